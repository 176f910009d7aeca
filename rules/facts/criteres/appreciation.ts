import type { Sentence } from '../../kit/draft.ts';
import { fr } from '../../kit/french/pattern.ts';
import type { Piece } from '../../kit/piece.ts';
import { overlaps } from '../../kit/span.ts';
import { has } from '../../kit/text.ts';
import { answering } from '../commun/index.ts';
import { type Critere, isNamedIn } from './arbre.ts';

/** Words that only say which paper is read. */
const PAPER = fr`(?:par|de|du|des|d')? ?(?:le |la |les |l'|nos |notre )?(?:commission|services?|jury|acheteur|pouvoir adjudicateur|entité adjudicatrice|collectivité|comité|directeur|direction|maîtrise d'ouvrage|maître d'ouvrage)(?= ?(?:[.,;:)]|$))|nous|vous|votre|vos|notre|nos|votre|librement|libre|globale?|globalement|(?:appréci|jug|not|évalu|analys|examin|fond|pondér)[a-zé]*|(?:au vu|au regard|sur la base|à partir|en fonction|à l'appui|au moyen|au titre|d'après|selon|dans|sur|par|avec|de|du|des|le|la|les|l'|d'|un|une|son|sa|ses|ce|cet|cette|et|ou|à|au|aux|en|est|sera|sont|seront|qui|critère|candidats?|soumissionnaires?|offres?|mémoires? (?:scientifiques?|organisationnels?|environnementa(?:l|ux)|fonctionnels?|architectura(?:l|ux))|mémoires?|notes?|techniques?|méthodologiques?|justificati(?:f|fs|ve)|explicati(?:f|ve)|dossier|documents?|documentation|cadre|réponses?|remise?s?|fournie?s?|jointe?s?|joint|produite?s?|transmise?s?|présentée?s?|rédigée?|contenu|premier|première|seconde?|[a-z]+ième|éléments?|informations?|points?|sous|pondération|pour|cent|maximum|max|noté|pages?|plus|sur|attribuée?s?|donnée?s?|portée?s?|mise?s?|lecture|planches?|notices?|pièces?|dossiers?|parties?|chapitres?|rubriques?|sections?|paragraphes?)`;

/** « en kg de CO2 », « en jours ouvrés »: what is measured says how it is assessed. */
const IN_UNIT =
  /(?:^|[ ,(])en (?:k?g|k?m|kwh|mwh|w|t|%|€|euros?|jours?|heures?|minutes?|secondes?|semaines?|mois|tonnes?|kilo[a-z]*|litres?|decibels?|db|pourcentages?)(?![a-z])/;

/** True when a text says what is assessed, beyond the criterion's own name and the name of the paper it stands in. */
const saysWhat = (folded: string, name: string): boolean => {
  if (IN_UNIT.test(folded)) return true;
  const own = new Set(name.split(/[^a-z]+/));
  const left = folded.replace(new RegExp(PAPER.source, 'g'), ' ').replace(/[\d\W_]+/g, ' ');
  return left.split(' ').some((w) => w.length > 3 && !own.has(w));
};

/** Quantities, which say by themselves how they are assessed: « délai de livraison », « taux de panne ». */
const MEASURED = fr`(?:délais?|durée|nombre|taux|quantité|coûts?|montant|consommation|émissions?|empreintes?(?: carbone)?|bilan carbone|distance|part|pourcentage|temps) (?:d[eu]s?|d'|moyen|maximal|maximum|global)[a-z' ]*`;

const contentWords = (name: string): number =>
  name.split(/[^a-z]+/).filter((w) => w.length > 3 && !LINKS.has(w)).length;
const LINKS = new Set(['avec', 'dans', 'pour', 'leur', 'leurs', 'cette', 'notre', 'votre', 'entre', 'chez', 'lors']);

/** Where it will be read tells nothing of what will be looked at. */
const FROM_PAPERS = /(?:elements?|informations?|documents?|pieces?) (?:fourni|indiqu|remis|present|donn)/;

/** A criterion that a candidate cannot tell how to answer. */
export const isBare = (c: Critere): boolean =>
  // Other rules speak of what should not be a criterion at all.
  !c.subjects.some((s) => ['prix', 'cout-global', 'candidat', 'innovation'].includes(s)) &&
  !c.children.some((part) => part.weight || saysWhat(part.folded, c.folded)) &&
  contentWords(c.folded) <= 3 &&
  !has(c.folded, MEASURED) &&
  !IN_UNIT.test(c.folded) &&
  !c.definition.some((d) => !FROM_PAPERS.test(d.folded) && saysWhat(d.folded, c.folded));

/** It stands elsewhere than the criterion and says what is looked at. */
const tells = (s: Sentence, c: Critere): boolean =>
  !overlaps(c.line, s.span) && !FROM_PAPERS.test(s.folded) && saysWhat(s.folded, c.folded);

/** « B », « Critère 2 », « C.1 »: what numbers the criterion, alone. */
const CODE = /^[^a-z0-9]*(?:critere )?([a-z]|\d{1,2})(?:[.-]?\d{1,2})?[^a-z0-9]*$/;

/** A row of another table that the criterion labels, by its name or its number, says what is looked at: a scale of marks, a list of elements. */
const isTabled = ({ draft }: Piece, c: Critere): boolean =>
  draft.tables.some((table) =>
    table.rows.some(({ span, cells: [label, ...rest] }) => {
      const isLabel = label && (CODE.exec(label.folded)?.[1] === (c.number ?? '') || isNamedIn(c, label.folded));
      if (!isLabel || overlaps(c.line, span) || contentWords(label.folded) > 5) return false;
      return rest.some((cell) => !FROM_PAPERS.test(cell.folded) && saysWhat(cell.folded, c.folded));
    }),
  );

/** « B. Réduction promise, en kWh par an »: an item or a paragraph under the grid that begins with the letter of the criterion. */
const LETTER = /^[^a-z0-9]*([a-h]) ?[.):-] ?(?=[a-z]{2})/;
const isLettered = ({ draft }: Piece, c: Critere): boolean =>
  /^[a-h]$/i.test(c.number ?? '') &&
  draft
    .sectionAt(c.at.start)
    .article.passages.some(
      (p) =>
        !p.isTitle &&
        !p.cell &&
        p.span.start > c.line.end &&
        LETTER.exec(p.folded)?.[1] === c.number?.toLowerCase() &&
        saysWhat(p.folded, c.folded),
    );

/** « Valeur technique : épaisseur de l'inox (15)… », « Pour la qualité, on regarde… »: what a sentence begins with. */
const LABEL =
  /^[^a-z]*(?:critere )?(?:(?:le|la|les) |l')?([a-z][a-z' -]{3,60}?)(?: ?\([^)]{1,20}\))? ?(?::|=| -(?= ))|^[^a-z]*(?:pour|quant a|au titre de|en) (?:(?:le|la|les) |l')?([a-z][a-z' -]{3,60}?),/;
/** The sentence is labelled by the criterion, or by the words that its name begins with, and tells it from no other. */
const isLabelled = ({ folded }: Sentence, c: Critere): boolean => {
  const found = LABEL.exec(folded);
  const label = found?.[1] ?? found?.[2];
  return label !== undefined && (c.folded === label || c.folded.startsWith(`${label} `));
};

/** « **Organisation.** Nous apprécions le calendrier… »: the criterion is the title, or the first words, of what says it. */
const isTitle = ({ draft }: Piece, c: Critere): boolean =>
  draft.passages.some((p) => {
    const [first, ...others] = p.sentences;
    if (!first || p.cell || overlaps(c.line, p.span)) return false;
    if (contentWords(first.folded) > 5 || !isNamedIn(c, first.folded)) return false;
    const under = p.isTitle ? p.section.own.filter((o) => o !== p).flatMap((o) => o.sentences) : others;
    return under.some((s) => tells(s, c));
  });

/** Under the grid, a sentence that is none of its lines names the criterion and says more. */
const isToldUnder = ({ draft }: Piece, c: Critere, grid: readonly Critere[]): boolean =>
  draft
    .sectionAt(c.at.start)
    .sentences.some(
      (s) =>
        s.span.start > c.line.end &&
        !grid.some(({ line }) => overlaps(line, s.span)) &&
        isNamedIn(c, s.folded) &&
        tells(s, c),
    );

/** Another sentence that names the criterion says what it means, or is heard to; `grid`: the criteria beside it. */
export function isDefined(piece: Piece, c: Critere, grid: readonly Critere[]): boolean {
  const defines = (s: Sentence) => isNamedIn(c, s.folded) && tells(s, c);
  return (
    isTabled(piece, c) ||
    isLettered(piece, c) ||
    isTitle(piece, c) ||
    piece.draft.sentencesWith(BY_RANK).some((s) => isOfRank(s, c) && tells(s, c)) ||
    piece.draft.sentencesWith(MEANS).some(defines) ||
    isToldUnder(piece, c, grid) ||
    piece.draft.sentences.some((s) => isLabelled(s, c) && tells(s, c)) ||
    answering(piece, 'criteres/definition-du-critere', defines) !== undefined
  );
}

/** « Le critère 3 s'apprécie à partir de… », « Le critère C, sur 20, se décompose ainsi : ». */
const BY_RANK = /(?<![a-z])(?:criteres? (?:n ?° ?)?(?:\d{1,2}|[a-h])(?![a-z0-9])|pour [b-h] ?,)/;
const isOfRank = ({ folded }: Sentence, { number, rank }: Critere): boolean =>
  new RegExp(
    `(?<![a-z])(?:criteres? (?:n ?° ?)?|pour (?=[b-h] ?,))(?:${number?.toLowerCase().replace(/[^a-z0-9]/g, '') || rank})(?![a-z0-9])`,
  ).test(folded);

const MEANS = fr`s'enten(?:d|dent)|recouvre(?:nt)?|(?:l'est|le sont) (?:sur|selon|d'après|au vu|au regard|à partir|en fonction|par)|s'apprécie(?:nt)?|se juge(?:nt)?|(?:est|sont|sera|seront) (?:[a-z]+ )?(?:jugé|apprécié|noté|évalué|examiné|analysé|mesuré)(?:e|s|es)? (?:sur|selon|d'après|au vu|au regard|à partir|en fonction|par)|(?:est|sont) (?:la |le |l'|les )[a-z]+|tien(?:t|nent|dra) compte|(?:(?:sur|selon|d'après|par|dont) (?:lesquel(?:le)?s?|quoi|cela)|(?:c'est|voilà|tel est) (?:cela |ce )?qu(?:e |'))[^.;]{0,60}(?:jug|appréci|not|évalu|examin|mesur)(?:é|ée|és|ées|e|ent|ons|eons|era|erons)|veut dire|(?:nous )?entend(?:ons|rons)?|(?:jug|appréci|not|évalu|examin|mesur|regard)(?:ons|e|ent|era|erons|eront) [^.;]{0,60}?(?:sur|selon|d'après|au vu|au regard|à partir|en fonction|par)|(?:ser(?:t|vent|vira|viront) à|permet(?:tent|tra|tront)? de|pour) (?:juger|apprécier|noter|évaluer|mesurer)|(?:donne|donnent|fait|font|fonde|fondent|déterminent?) (?:la note|les notes|les points)`;
const ASSESSED_ELSEWHERE = fr`(?:sous[- ]critères?|éléments? d'appréciation|modalités? (?:de notation|d'appréciation|d'analyse))[^.;]{0,100}(?:annexe|cadre de réponse|grille|tableau|cadre du mémoire|cctp|document)`;

/** True when a piece says that what is assessed stands in another place, and not of another criterion alone, in its own line. */
export const isAssessedElsewhere = ({ draft }: Piece, c: Critere, grid: readonly Critere[]): boolean =>
  draft
    .sentencesWith(ASSESSED_ELSEWHERE)
    .some(({ span }) => !grid.some((other) => other !== c && overlaps(other.line, span)));
