import { allPatterns, describeJudged, judge } from './judge.ts';

const { run, made, literal, all } = allPatterns();
const start = performance.now();
const judged = all.map(judge);
const seconds = (performance.now() - start) / 1000;
const count = (wanted: (j: (typeof judged)[0]) => boolean) => judged.filter(wanted).length;
const bad = judged.filter((j) => !(j.degree <= 2) || j.reports.some((r) => r.exponential));
const square = judged.filter((j) => j.degree === 2);
if (process.argv.includes('--square')) for (const j of square) console.log(describeJudged(j));
for (const j of bad) console.error(describeJudged(j));
console.log(`${all.length} expressions (${made} made when the rules are loaded, ${literal} written as literals, ${run} seen to run)
as the text: ${count((j) => j.degree === 1)}
as its square: ${square.length}
as its cube or more: ${count((j) => j.degree > 2 && j.degree < Number.POSITIVE_INFINITY)}
doubling: ${count((j) => j.degree === Number.POSITIVE_INFINITY || j.reports.some((r) => r.exponential))}
not judged: ${count((j) => j.failure !== undefined)}
scslre names ${count((j) => j.reports.length > 0)}
${seconds.toFixed(0)} s`);
process.exitCode = bad.length > 0 ? 1 : 0;
