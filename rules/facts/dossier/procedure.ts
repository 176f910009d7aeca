import type { Sentence } from '../../kit/draft.ts';
import { plain } from '../../kit/french/fold.ts';
import { fr } from '../../kit/french/pattern.ts';
import type { Piece } from '../../kit/piece.ts';
import { has } from '../../kit/text.ts';
import { lotNames } from '../commun/index.ts';
import { type CcagReference, ccagReference } from '../droit/index.ts';
import type { ProcedureName } from '../piece/index.ts';
import { PROCEDURE_NAMES, procedure } from '../procedure/index.ts';
import { isOnPart } from '../recherche/index.ts';
import type { Matter, Said } from './dossier.ts';

/** What a place says of how the contract is let and of its general clauses. */
export type ProcedureSaying =
  | { readonly kind: 'procedure'; readonly names: readonly ProcedureName[] }
  | { readonly kind: 'ccag'; readonly ccag: CcagReference['kind']; readonly year: number | undefined };

/** « Appel d'offres » without more: either form, and only where it is said to be the procedure. */
const BARE = fr`(?:par|selon|suivant|sur|voie d[e'] ?(?:un |l')?|procédure d[e'] ?(?:l')?|procédure :) ?(?:un |l'|la procédure d')?appels? d'offres`;
/** The sentence speaks of this contract… */
const OWN = fr`(?:le|la|l'|ce|cette|du|de la|de l'|un|une|présente?) ?(?:marché|consultation|accord-cadre|contrat|procédure|partenariat|concours|mise en concurrence|appel d'offres)|(?:marché|consultation|accord-cadre|contrat)(?: public)? (?:passé|lancé|conclu|soumis|organisé)e?`;
const TITLE = fr`procédures?|passation|modes? de|forme|objet|type|caractéristiques|cadre|consultation`;
/** … and of no other that goes with it or follows it. */
const OTHER_CONTRACT = fr`(?:marchés?|contrats?|commandes?|achats?|accords-cadres|conventions?) (?:distincte?s?|séparée?s?|autres?|complémentaires?|subséquents?|ultérieurs?|précédente?s?|similaires?|passés? par ailleurs)|autres? (?:marchés?|contrats?|achats?)|cette commande|(?:prestations?|achats?|travaux|commandes?) (?:similaires|complémentaires|supplémentaires)|commandera|pourra|peut|suite du (?:marché|contrat)`;
/** One is the way into the other: a partnership is awarded by negotiation, a concours by a negotiated contract. */
const TOGETHER: readonly (readonly ProcedureName[])[] = [
  ['partenariat-innovation', 'procedure-avec-negociation'],
  ['concours', 'negociee-sans-publicite'],
  ['recherche-developpement', 'mapa'],
  ['recherche-developpement', 'negociee-sans-publicite'],
];

/** The sentence is on this contract, and on no other. */
const isOfThis = (sentence: Sentence): boolean => {
  const { folded, section } = sentence;
  if (has(folded, OTHER_CONTRACT) || section.under(OTHER_CONTRACT)) return false;
  return has(folded, OWN) || section.heading?.has(TITLE) === true || folded.length <= 120;
};

function procedures(piece: Piece): Said<ProcedureSaying>[] {
  const { evidence } = piece.ask(procedure);
  const out = evidence.flatMap(({ name, at, sentence }): Said<ProcedureSaying>[] => {
    const lots = [...new Set(lotNames(sentence.folded).flatMap((n) => n.numbers))];
    // Several lots and several procedures in one sentence: whose is which is not read.
    const mixed = lots.length > 1 && evidence.some((e) => e.sentence === sentence && e.name !== name);
    const bare = /d'offres?$/.test(plain(piece.draft.slice(at)));
    // « La mission P4 échappe au code »: how a part is bought, and not the contract.
    const isPart = name === 'recherche-developpement' && lots.length === 0 && isOnPart(sentence);
    if (mixed || isPart || !isOfThis(sentence) || (bare && !sentence.has(BARE))) return [];
    const names: ProcedureName[] = bare ? ['appel-offres-ouvert', 'appel-offres-restreint'] : [name];
    const shown = bare ? "l'appel d'offres" : PROCEDURE_NAMES[name];
    const keys = lots.length > 0 ? lots.map((lot) => `procedure ${lot}`) : ['procedure'];
    return keys.map((key) => ({ piece, at, value: { kind: 'procedure', names }, shown, key }));
  });
  const { values, spans } = piece.entete;
  const declared = values.procedure as ProcedureName | undefined;
  if (out.length === 0 && declared && spans.procedure)
    out.push({
      piece,
      at: spans.procedure,
      value: { kind: 'procedure', names: [declared] },
      shown: PROCEDURE_NAMES[declared],
      key: 'procedure',
    });
  return out;
}

const ccagName = (kind: CcagReference['kind'], year: number | undefined): string =>
  kind === 'aucun'
    ? 'aucun CCAG'
    : `le CCAG ${kind === 'travaux' ? 'Travaux' : kind?.toUpperCase()}${year ? ` de ${year}` : ''}`;

function ccags(piece: Piece): Said<ProcedureSaying>[] {
  const reference = piece.ask(ccagReference);
  const live = reference.mentions.filter((m) => m.kind && !m.past);
  // A version said once goes for all the mentions of that CCAG.
  const said = live.filter((m) => m.year || !live.some((o) => o.kind === m.kind && o.year));
  const out = said.map(({ kind, year, sentence }): Said<ProcedureSaying> => {
    const value = { kind: 'ccag', ccag: kind, year } as const;
    return { piece, at: sentence.span, value, shown: ccagName(kind, year), key: 'ccag' };
  });
  const at = reference.at ?? piece.entete.spans.ccag;
  const { kind, year } = reference;
  if (out.length === 0 && kind && at)
    out.push({ piece, at, value: { kind: 'ccag', ccag: kind, year }, shown: ccagName(kind, year), key: 'ccag' });
  return out;
}

const CONTRACT = fr`marchés?|contrats?`;
/** The procedure and the CCAG. */
export const procedureMatter: Matter<ProcedureSaying> = {
  also: ['reglement-concours'],
  // A contest has rules of its own; the general clauses that it names are those of the contract after it.
  read: (piece) =>
    piece.kind === 'reglement-concours'
      ? ccags(piece).filter(({ at }) => piece.draft.passageAt(at.start)?.has(CONTRACT))
      : [...procedures(piece), ...ccags(piece)],
  agree({ value: a }, { value: b }) {
    if (a.kind === 'procedure' && b.kind === 'procedure')
      return a.names.some((x) =>
        b.names.some((y) => x === y || TOGETHER.some((pair) => pair.includes(x) && pair.includes(y))),
      );
    return a.kind === 'ccag' && b.kind === 'ccag' && a.ccag === b.ccag && (!a.year || !b.year || a.year === b.year);
  },
};
