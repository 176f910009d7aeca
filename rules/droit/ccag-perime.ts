import {
  type CcagKind,
  ccagOf,
  ccagReference,
  isOfPastCcag,
  type Of2009,
  of2009,
  onlyDayOf2009,
} from '../facts/droit/index.ts';
import type { Section, Sentence } from '../kit/draft.ts';
import { replace } from '../kit/fix.ts';
import type { Piece } from '../kit/piece.ts';
import { defineRule, type Fix, type Report } from '../kit/rule.ts';
import { ccag, text } from '../kit/source.ts';
import { ccagGround, datedRules } from '../law/law.ts';

/** From this day a contract can only refer to the CCAG of 2021. */
const ONLY_2021 = datedRules.ccag2009Repealed;
const NEW_ARTICLE: Partial<Record<CcagKind, string>> = { tic: '46', pi: '35' };

type Kind = 'version' | Of2009['what'];

/** « l'arrêté du 16 septembre 2009 » : the day alone is replaced. */
function versionFix(piece: Piece, sentence: Sentence): readonly Fix[] {
  const old = onlyDayOf2009(sentence);
  if (!old) return [];
  const day = { long: '30 mars 2021', figures: '30/03/2021', year: '2021' }[old.form];
  return [
    replace(piece, old.at, day, `Viser le CCAG de 2021 : « ${day} » au lieu de « ${piece.draft.slice(old.at)} »`),
  ];
}

const REGIME = { à: 'au régime', de: 'du régime', le: 'le régime' } as const;

function optionFix(piece: Piece, { at, before }: Of2009, kind: CcagKind | undefined): readonly Fix[] {
  const article = kind && NEW_ARTICLE[kind];
  if (!kind || !article || !before) return [];
  const word = REGIME[before];
  const first = /^\p{Lu}/u.test(piece.draft.slice(at)) ? word.charAt(0).toUpperCase() + word.slice(1) : word;
  return [
    replace(
      piece,
      at,
      `${first} de l'article ${article} du CCAG-${kind.toUpperCase()}`,
      `Viser l'article ${article} du CCAG de 2021`,
    ),
  ];
}

export default defineRule({
  id: 'droit/ccag-perime',
  title: 'CCAG de 2009, ou ce qui n’existe qu’en lui',
  level: 'error',
  pieces: '*',
  why: `Les CCAG de 2021 remplacent ceux de 2009. Une clause qui renvoie à l'ancien texte, ou aux options A et B qu'il était seul à offrir, ne renvoie plus
à rien : les droits de l'acheteur sur les résultats ne sont alors pas définis.`,
  sources: [text('Arrêtés du 30 mars 2021 portant approbation des CCAG'), ccag('tic', '46'), ccag('pi', '35')],
  messages: {
    version:
      'Le CCAG de 2009 ne peut plus être choisi pour une consultation de cette date.\nViser celui qu’approuve l’arrêté du 30 mars 2021, et revoir les articles cités.',
    option:
      'Les options A et B de propriété intellectuelle n’existent qu’au CCAG de 2009.\nCelui de 2021 a un régime unique ({article}), non exclusif : écrire les besoins, les finalités et, si elle est voulue, l’exclusivité.',
    article:
      'Ces articles de propriété intellectuelle sont ceux du CCAG de 2009.\nLa matière est aujourd’hui à {article}. Viser l’article en vigueur et compléter la clause.',
    maintenance:
      'L’article 32.1 du CCAG-TIC, sur la maintenance non prévue, est celui de 2009.\nCette règle est à l’article 39.1 du CCAG-TIC de 2021. La maintenance par un tiers des logiciels qui sont des résultats y est permise sans dérogation (article 46.1).',
    tiers:
      'Les « tiers désignés » sont une notion du CCAG de 2009.\nCelui de 2021 ne l’a plus : nommer dans la clause les personnes qui pourront utiliser les résultats.',
  },
  examples: {
    bad: [
      {
        text: '## Ce qui s’applique\n\nLecteurs de codes : 48, entretenus par un prestataire dont le contrat, passé sous le ⟦CCAG⟧-TIC de 2009, finit le 30 juin 2027.',
        fixed: { gains: '2021' },
      },
      {
        text: 'Les modifications du marché en cours d’exécution suivent le ⟦CCAG⟧-TIC de 2009.',
        fixed: 'Les modifications du marché en cours d’exécution suivent le CCAG-TIC de 2021.',
      },
      // The day is of the name that it stands behind.
      {
        text: "Par dérogation à l'article 4.1 du CCAG-FCS, les pièces sont, dans cet ordre : l'acte d'engagement, le présent cahier et le ⟦cahier des clauses administratives générales⟧ approuvé par l'arrêté du 19 janvier 2009.",
        fixed: { gains: '30 mars 2021' },
      },
      {
        text: 'En 2027, le marché est soumis au ⟦CCAG⟧-PI de 2009.',
        fixed: { gains: '2021' },
      },
      {
        text: 'L’entreprise déclare connaître les ⟦clauses générales approuvées par l’arrêté du 8 septembre 2009⟧.',
        fixed: { gains: '30 mars 2021' },
      },
      {
        text: "Le marché est soumis au ⟦CCAG⟧-TIC approuvé par l'arrêté du 16 septembre 2009.",
        fixed: "Le marché est soumis au CCAG-TIC approuvé par l'arrêté du 30 mars 2021.",
      },
      {
        text: 'Le CCAG-TIC de 2021 est applicable.\n\n## Article 9 – Résultats\n\n⟦L’option B du CCAG-TIC⟧ s’applique.',
        fixed: { gains: 'e régime de l’article 46 du CCAG-TIC' },
      },
      {
        text: "Le CCAG-PI approuvé par l'arrêté du 30 mars 2021 s'applique, dont ⟦l'option B de l'article 25⟧ est retenue.",
        fixed: { gains: "le régime de l'article 35 du CCAG-PI" },
      },
      'Le CCAG-TIC de 2021 est applicable. Le titulaire concède ses droits dans les conditions des ⟦articles 35 à 38 du CCAG-TIC⟧.',
      'Le CCAG-TIC de 2021 est applicable. Le titulaire cède les résultats selon l’⟦article B.38.2⟧.',
      "Le CCAG-TIC de 2021 est applicable. Par dérogation à l'⟦article 32.1 du CCAG-TIC⟧, la maintenance est confiée à un tiers.",
      'Le CCAG-TIC de 2021 est applicable. Les résultats sont utilisables par les ⟦tiers désignés dans le marché⟧.',
    ],
    good: [
      'Les versions antérieures du CCAG-TIC, notamment celle de 2009, ne régissent que les contrats conclus sous leur empire.',
      'Nous n’appliquons plus le CCAG-PI de 2009. Seul vaut celui de l’arrêté du 30 mars 2021.',
      '## Ce qui existe\n\nLecteurs de codes : 48, entretenus par un prestataire dont le contrat, passé sous le CCAG-TIC de 2009, finit le 30 juin 2027.',
      'La rénovation du bassin, achevée en 2016, relevait du CCAG-Travaux du 8 septembre 2009 ; ce texte n’intervient pas ici.',
      'Le contrat de conservation en cours, signé en 2020, demeure soumis au CCAG-FCS de 2009 jusqu’à son terme.',
      'En 2014, nous avions essayé un bouton d’appel dans le cadre d’un marché soumis au CCAG-PI de 2009, option A.',
      'Jusqu’en 2019, la ville achetait par un accord-cadre relevant du CCAG-FCS de 2009.',
      "Le marché est soumis au CCAG-TIC approuvé par l'arrêté du 30 mars 2021.",
      "L'option A de l'article 11.1 du CCAG-TIC s'applique. L'avance est fixée à 20 %.",
      'Le CCAG-TIC de 2021 est applicable. Les options A et B du CCAG de 2009 n’existent plus.',
      'Le marché précédent était soumis au CCAG-TIC de 2009.',
      'Deux repas sont proposés : option A et option B.',
      { text: 'Le CCAG-TIC de 2009 est applicable.', head: { date: '2019-05-01' } },
      'Le CCAG-TIC de 2021 est applicable. La maintenance suit l’article 38 du CCAG-TIC.',
      'L’applicatif a été acquis par un marché de 2018 passé sous le CCAG-TIC de 2009.',
      '## Historique\n\nLe contrat renvoyait au CCAG-TIC de 2009.',
    ],
    limits: ['Le titulaire retient le régime de concession de l’ancien cahier général.'],
  },
  *check(piece: Piece): Iterable<Report<Kind>> {
    if (piece.date < ONLY_2021.date) return;
    const seen = new Set<Section>();
    const reference = piece.ask(ccagReference);
    const { kinds } = ccagOf(piece.consultation);
    const kind = kinds.find((k) => NEW_ARTICLE[k] !== undefined);
    const once = (sentence: Sentence) => {
      const section = sentence.section.article;
      const first = !seen.has(section);
      seen.add(section);
      return first;
    };
    for (const m of reference.mentions)
      if (m.year === 2009 && !m.past && !isOfPastCcag(m.sentence) && once(m.sentence))
        yield { at: m.at, message: 'version', rests: [ONLY_2021], fixes: versionFix(piece, m.sentence) };
    for (const found of of2009(piece, kinds)) if (once(found.sentence)) yield reported(piece, found, kind);
  },
});

/** `kind`: the CCAG of the contract, where its article on results is known. */
function reported(piece: Piece, found: Of2009, kind: CcagKind | undefined): Report<Kind> {
  const { what, at } = found;
  if (what === 'maintenance') return { at, message: what, rests: [ccagGround('tic', '39.1')], fixes: [] };
  const rests = [ccagGround(kind ?? 'tic', (kind && NEW_ARTICLE[kind]) ?? '46')];
  if (what === 'tiers') return { at, message: what, rests, fixes: [] };
  const article = kind ? `l'article ${NEW_ARTICLE[kind]} du CCAG-${kind.toUpperCase()}` : 'un autre article';
  const fixes = what === 'option' ? optionFix(piece, found, kind) : [];
  return { at, message: what, data: { article }, rests, fixes };
}
