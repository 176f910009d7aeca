import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { dceLint, inFolder } from '../cli/terminal.ts';
import { readPage, textOf } from './page.ts';

type Files = Readonly<Record<string, string>>;

const page = (files: Files, ...more: string[]) =>
  inFolder(files, async (cwd) => {
    const { out, err } = await dceLint(cwd, ['check', '--format', 'html', ...more]);
    assert.equal(err, '');
    return readPage(out);
  });

const FAULTY: Files = Object.fromEntries(
  ['rc', 'ccap', 'cctp'].map((name) => [
    `${name}.md`,
    readFileSync(new URL(`../../examples/consultation-fautive/${name}.md`, import.meta.url), 'utf8'),
  ]),
);

describe('The report to be signed', () => {
  // The charts’ library is long to read in; no test is about that.
  before(() => import('../../server/report/main.ts'));

  it('begins with what the consultation is, what is to be decided, the errors and the block for the signature', async () => {
    const { text, all, one } = await page(FAULTY);
    const cover = text('#d1-synthese');
    assert.match(cover, /Acheteur Urssaf des Marches de l'Est/);
    assert.match(cover, /Objet La réalisation, l'exploitation et l'évaluation d'un assistant vocal/);
    assert.match(cover, /Numéro 2027-09 Procédure procédure adaptée \(MAPA\) Montant montant estimé : 132 000 € HT/);
    assert.match(cover, /Date limite remise des offres : 22\/02\/2027 à 12 h 00/);
    assert.match(cover, /Décision attendue Corriger 11 erreurs avant publication.* Trancher 2 avertissements\./);
    assert.match(cover, /Avis et visa.*Favorable.*Défavorable Observations.*Nom et qualité.*Date.*Visa/);
    assert.deepEqual([...new Set(all('#d1-synthese .foremost .badge').map(textOf))], ['Erreur']);
    assert.equal(one('main').children.indexOf(one('#d1-synthese')), 0);
  });

  it('leaves blank what no piece says, and makes up no name', async () => {
    const { text } = await page({ 'ccap.md': '# CCAP\n\nLe titulaire livre.\n' });
    const unsaid = 'non indiqué dans les pièces relues';
    assert.match(text('#d1-synthese'), new RegExp(`Acheteur ${unsaid} Objet ${unsaid} Numéro ${unsaid}`));
  });

  it('names what the pieces do not agree on, and the documents that are announced and not there', async () => {
    const rc = (days: number) =>
      `# Règlement de la consultation\n\n## Article 1 – Documents\n\nLe dossier de consultation comprend :\n\n- le règlement de la consultation ;\n- le bordereau des prix unitaires.\n\n## Article 2 – Durée\n\nLe marché est conclu pour une durée de ${days} mois.\n`;
    const ccap = '# CCAP\n\n## Article 1 – Durée\n\nLe marché est conclu pour une durée de 12 mois.\n';
    const cover = async (days: number, ...more: string[]) =>
      (await page({ 'rc.md': rc(days), 'ccap.md': ccap }, ...more)).text('#d1-synthese');
    const apart = await cover(24);
    assert.match(apart, /Accorder les pièces sur 1 point : durée\./);
    assert.match(apart, /Joindre ou retirer de la liste 1 document annoncé : bordereau des prix unitaires\./);
    assert.match(apart, /1Contradictions/);
    assert.doesNotMatch(await cover(12), /Accorder les pièces/);
    assert.match(await cover(24, '--lang', 'en'), /Make the documents agree on 1 point: /);
  });

  it('takes no validity of tenders for their deadline', async () => {
    const { text } = await page({ 'rc.md': '# Règlement de la consultation\n\nLes offres sont valables 180 jours.\n' });
    assert.match(text('#d1-synthese'), /Date limite non indiqué/);
  });

  it('gives the lines of like passages together', async () => {
    const parts = Array.from({ length: 14 }, (_, i) => `Le montant de la part ${i} est de [à compléter] euros.\n`);
    const { all } = await page({ 'ccap.md': `# CCAP\n\n## Article 1\n\n${parts.join('\n')}` });
    const seen = all('.constat dd div').map(textOf);
    const lines = parts.slice(1).map((_, i) => 7 + 2 * i);
    assert.deepEqual(seen, [`Passage semblable : lignes ${lines.join(', ')}`]);
  });

  it('prints the wording that it proposes, all of it, what is new marked', async () => {
    const { all, text } = await page(FAULTY, '--report', 'full');
    const wordings = all('.wording').map(textOf);
    assert.ok(
      wordings.some(
        (w) => w.startsWith('Toute variante respecte, sous peine de rejet') && w.endsWith('réglementation…].'),
      ),
    );
    assert.ok(
      wordings.includes(
        "L'hébergeur est titulaire de la certification ISO/IEC 27001 ou équivalente pour les locaux et les équipements employés au marché.",
      ),
    );
    assert.ok(all('.wording ins').map(textOf).includes('ou équivalente'));
    assert.doesNotMatch(text(), /\*\*|<!-- clause/);
  });

  it('says the state of seven axes by what was counted, never that one is good', async () => {
    const { all, text } = await page(FAULTY, '--report', 'full');
    const rows = all('#d1-etat .axes tbody tr').map(textOf);
    assert.equal(rows.length, 7);
    const sum = rows.map((r) => Number(/ (\d+) \d+ \d+ /.exec(r)?.[1])).reduce((a, b) => a + b, 0);
    assert.equal(sum, all('article.error').length);
    assert.match(rows.find((r) => r.startsWith('Environnement')) ?? '', /1 0 0 À corriger 2 règles/);
    assert.doesNotMatch(text('#d1-etat'), /\bbon(?:ne)?s?\b/i);
    // Each axis lists its rules, and what none of them looks at.
    assert.match(
      text('#d1-axes'),
      /Environnement .*Avec constat \(1\) : Aucun critère ne tient compte.*Ce qu’aucune règle ne regarde/,
    );
  });

  it('calls « non évalué » an axis of which no rule had anything to read or could run', async () => {
    const off = ['criteres/environnemental=off', 'execution/condition-environnementale=off'].flatMap((r) => [
      '--rule',
      r,
    ]);
    const { all } = await page(FAULTY, ...off);
    const row = all('#d1-etat .axes tbody tr').map(textOf).at(-1);
    assert.match(row ?? '', /^Environnement 0 0 0 Non évalué 2 règles : 2 non vérifiées\.$/);
  });

  it('tells the gravest in full in its short form, lists the others, and keeps rules for the long one', async () => {
    const many = Array.from({ length: 60 }, (_, i) => `Le montant de la part ${i} est de [à compléter] euros.\n`).join(
      '\n',
    );
    const files = {
      ...FAULTY,
      'annexe-ccap.md': `---\ndce:\n  piece: ccap\n  etat: final\n---\n\n# CCAP\n\nLa norme ISO 9001 est exigée.\n\n${many}`,
    };
    const short = await page(files);
    const full = await page(files, '--report', 'full');
    assert.ok(short.all('article.constat').length < full.all('article.constat').length);
    assert.match(short.text('#d1-constats'), /autres constats, que la version longue donne en entier/);
    const levels = short.all('article.constat').map((e) => String(e.properties.className).split(',')[1] ?? '');
    assert.deepEqual(
      levels,
      [...levels].sort((a, b) => ['error', 'warning', 'info'].indexOf(a) - ['error', 'warning', 'info'].indexOf(b)),
    );
    assert.deepEqual([short.all('#regles').length, full.all('#regles').length], [0, 1]);
    const ids = short.all('[id]').map((e) => String(e.properties.id));
    const links = short.all('a[href^="#"]').map((e) => String(e.properties.href).slice(1));
    assert.deepEqual(
      links.filter((id) => !ids.includes(id)),
      [],
    );
  });

  it('tells few consultations one after the other, each in brief, and compares them by their rules in the long form', async () => {
    const files = Object.fromEntries(Object.entries(FAULTY).map(([name, text]) => [`a/${name}`, text]));
    const two = { ...files, 'b/rc.md': FAULTY['rc.md'] as string };
    const short = await page(two);
    assert.deepEqual([short.all('.sheet').length, short.all('.axes').length, short.all('#carte').length], [0, 0, 0]);
    assert.match(
      short.text('#d1-etat'),
      /^État du dossier, sur sept axes À corriger Légalité \(3 constats\), Clarté \(3 constats\).*\. À trancher Égalité entre candidats \(1 constat\)\. Pièces relues/,
    );
    assert.match(short.text('#ensemble'), /ce n’est pas une note/);
    // The counts of its only piece are those of the consultation.
    assert.doesNotMatch(short.text('#d2-etat'), /Pièces relues/);
    const alone = await page(files);
    assert.ok(short.all('#d1 article.constat').length < alone.all('article.constat').length);
    const full = await page(two, '--report', 'full');
    assert.deepEqual([full.all('.axes').length, full.all('#carte').length], [2, 1]);
    assert.ok(full.all('.sheet').length > 2);
    const english = await page(two, '--lang', 'en');
    assert.match(english.text('#d1-etat'), /To be corrected Legality \(3 findings\), Clarity \(3 findings\)/);
  });

  it('leads to the articles it rests on', async () => {
    const { all } = await page(FAULTY);
    const hrefs = all('.constat dd a').map((e) => String(e.properties.href));
    assert.ok(hrefs.length > 5);
    assert.deepEqual(
      hrefs.filter((h) => !h.startsWith('https://www.legifrance.gouv.fr/')),
      [],
    );
  });
});
