/**
 * The law as dated data: the only door of this room. Every answer comes from a row that says its source and how sure it is;
 * where there is no row the answer is `unknown` or undefined, never a guess. Days are `YYYY-MM-DD`.
 */
import unverifiedData from './unverified.json' with { type: 'json' };

export {
  type Article,
  type ArticleAnswer,
  article,
  articleAt,
  articleGround,
  existence,
  extentOf,
  familyOf,
  knownArticles,
  lastChange,
  lawDate,
  numbersGround,
} from './articles.ts';
export {
  type CcagAnswer,
  type CcagListed,
  ccagArticle,
  ccagArticleAt,
  ccagAt,
  ccagGround,
  ccagListed,
  ccagSeriesGround,
  ccagSubjects,
  ccagSuccessor,
  ccagSureness,
} from './ccag.ts';
export { type DateName, datedRules, dates } from './dates.ts';
export { DOUBT, type Ground, reserved } from './doubt.ts';
export type {
  CcagArticle,
  CcagKind,
  CcagSuccession,
  CcagText,
  Code,
  Confidence,
  DatedRule,
  Family,
  Mapping,
  RepealedText,
  RepealedTextId,
  Threshold,
  ThresholdId,
} from './model.ts';
export { nearest } from './nearest.ts';
export { type ArticleNumber, expand, listArticles, parseNumber } from './numbers.ts';
export { articlePage, lawPage } from './pages.ts';
export { type Predecessor, predecessors, repealedTexts, type Successor, successor } from './repealed.ts';
export { type Citation, cite, type DataSource, dataSources } from './sources.ts';
export {
  type Acheteur,
  type Categorie,
  type FormalisedThreshold,
  formalisedThreshold,
  type PastThreshold,
  pastThresholds,
  threshold,
  thresholds,
} from './thresholds.ts';

/** What was not verified, in French sentences: nothing here may be stated as certain. */
export const unverified: readonly string[] = unverifiedData;
