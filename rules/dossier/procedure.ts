import { type CcagReference, ccagReference } from '../facts/ccag.ts';
import { discord, type Matter, type Said } from '../facts/dossier.ts';
import type { ProcedureName } from '../facts/entete.ts';
import { lotNames } from '../facts/lots-names.ts';
import { enteteOf } from '../facts/piece.ts';
import { PROCEDURE_NAMES, procedure } from '../facts/procedure.ts';
import { plain } from '../kit/french/fold.ts';
import { fr } from '../kit/french/pattern.ts';
import type { Piece } from '../kit/piece.ts';
import { defineRule } from '../kit/rule.ts';
import { ccag, ccp } from '../kit/source.ts';
import { has } from '../kit/text.ts';

type Message = 'procedure' | 'ccag';
type Value =
  | { readonly kind: 'procedure'; readonly names: readonly ProcedureName[] }
  | { readonly kind: 'ccag'; readonly ccag: CcagReference['kind']; readonly year: number | undefined };

/** « Appel d'offres » without more: either form, and only where it is said to be the procedure. */
const BARE = fr`(?:par|selon|suivant|sur|voie d[e'] ?(?:un |l')?|procédure d[e'] ?(?:l')?|procédure :) ?(?:un |l'|la procédure d')?appels? d'offres`;
/** The sentence speaks of this contract… */
const OWN = fr`(?:le|la|l'|ce|cette|du|de la|de l'|un|une|présente?) ?(?:marché|consultation|accord-cadre|contrat|procédure|partenariat|concours|mise en concurrence|appel d'offres)`;
const TITLE = fr`procédures?|passation|modes? de|forme|objet|type|caractéristiques|cadre|consultation`;
/** … and of no other that goes with it or follows it. */
const OTHER = fr`(?:marchés?|contrats?|commandes?|achats?|accords-cadres|conventions?) (?:distincte?s?|séparée?s?|autres?|complémentaires?|subséquents?|ultérieurs?|précédente?s?|similaires?|passés? par ailleurs)|autres? (?:marchés?|contrats?|achats?)|cette commande|(?:prestations?|achats?|travaux|commandes?) (?:similaires|complémentaires|supplémentaires)|commandera|pourra|peut|suite du (?:marché|contrat)`;
/** One is the way into the other: a partnership is awarded by negotiation, a concours by a negotiated contract. */
const TOGETHER: readonly (readonly ProcedureName[])[] = [
  ['partenariat-innovation', 'procedure-avec-negociation'],
  ['concours', 'negociee-sans-publicite'],
  ['recherche-developpement', 'mapa'],
  ['recherche-developpement', 'negociee-sans-publicite'],
];

function procedures(piece: Piece): Said<Value>[] {
  const { evidence } = piece.ask(procedure);
  const out: Said<Value>[] = [];
  for (const { name, at, sentence } of evidence) {
    const { folded, section } = sentence;
    if (lotNames(folded).length > 0 || has(folded, OTHER) || section.under(OTHER)) continue;
    if (!has(folded, OWN) && !section.heading?.has(TITLE) && folded.length > 120) continue;
    const bare = /d'offres?$/.test(plain(piece.draft.slice(at)));
    if (bare && !sentence.has(BARE)) continue;
    const names: ProcedureName[] = bare ? ['appel-offres-ouvert', 'appel-offres-restreint'] : [name];
    const shown = bare ? "l'appel d'offres" : PROCEDURE_NAMES[name];
    out.push({ piece, at, value: { kind: 'procedure', names }, shown, key: 'procedure' });
  }
  const { values, spans } = enteteOf(piece);
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

function ccags(piece: Piece): Said<Value>[] {
  const reference = piece.ask(ccagReference);
  const live = reference.mentions.filter((m) => m.kind && !m.past);
  // A version said once goes for all the mentions of that CCAG.
  const said = live.filter((m) => m.year || !live.some((o) => o.kind === m.kind && o.year));
  const out = said.map(({ kind, year, sentence }): Said<Value> => {
    const value = { kind: 'ccag', ccag: kind, year } as const;
    return { piece, at: sentence.span, value, shown: ccagName(kind, year), key: 'ccag' };
  });
  const at = reference.at ?? enteteOf(piece).spans.ccag;
  const { kind, year } = reference;
  if (out.length === 0 && kind && at)
    out.push({ piece, at, value: { kind: 'ccag', ccag: kind, year }, shown: ccagName(kind, year), key: 'ccag' });
  return out;
}

const matter: Matter<Value> = {
  read: (piece) => [...procedures(piece), ...ccags(piece)],
  agree({ value: a }, { value: b }) {
    if (a.kind === 'procedure' && b.kind === 'procedure')
      return a.names.some((x) =>
        b.names.some((y) => x === y || TOGETHER.some((pair) => pair.includes(x) && pair.includes(y))),
      );
    return a.kind === 'ccag' && b.kind === 'ccag' && a.ccag === b.ccag && (!a.year || !b.year || a.year === b.year);
  },
};

export default defineRule<Message>({
  id: 'dossier/procedure',
  title: 'Procédure ou CCAG différents d’une pièce à l’autre',
  level: 'error',
  pieces: '*',
  dossier: true,
  why: 'La procédure fixe les droits des candidats, le CCAG ceux des parties au contrat. Deux procédures ou deux CCAG dans un même dossier laissent incertaines les règles qui s’appliquent.',
  sources: [ccp('L2120-1'), ccp('R2112-2'), ccag('tic')],
  messages: {
    procedure:
      'La procédure est ici {ours}, mais {theirs} : on ne sait quelles règles de passation s’appliquent. Nommer la même procédure dans toutes les pièces.',
    ccag: 'La pièce se réfère ici à un CCAG ({ours}) qui n’est pas celui d’une autre pièce ({theirs}) : les clauses qui régiront le contrat sont incertaines. Se référer au même CCAG, dans la même version.',
  },
  examples: {
    bad: [
      {
        text: '## Procédure\n\nLa consultation est passée selon la ⟦procédure adaptée⟧.',
        files: {
          'ccap.md': "# CCAP\n\n## Procédure\n\nLe marché est passé selon la procédure de l'⟦appel d'offres ouvert⟧.",
        },
      },
      {
        text: '## Cadre\n\n⟦Le marché se réfère au CCAG-TIC approuvé par l’arrêté du 30 mars 2021.⟧',
        files: {
          'ccap.md':
            '# CCAP\n\n## Pièces\n\n⟦Le CCAG-TIC approuvé par l’arrêté du 16 septembre 2009 s’applique.⟧ Il est dérogé à l’article 14 du CCAG-TIC.',
        },
      },
      {
        text: '## Cadre\n\n⟦Le marché se réfère au CCAG-PI.⟧',
        files: {
          'ccap.md': '# CCAP\n\n## Cadre\n\nLe marché est soumis au CCAG applicable aux prestations intellectuelles.',
          'ae.md':
            "# Acte d'engagement\n\n## Pièces\n\n⟦Le titulaire s'engage à respecter le CCAG des marchés publics de fournitures courantes et de services.⟧",
        },
      },
    ],
    good: [
      {
        text: '## Procédure\n\nLa consultation est passée selon la procédure adaptée ouverte.',
        files: { 'ccap.md': '# CCAP\n\n## Procédure\n\nLe marché est passé en procédure adaptée (article L. 2123-1).' },
      },
      {
        text: "## Procédure\n\nLa consultation est passée par appel d'offres restreint.",
        files: { 'ccap.md': "# CCAP\n\n## Procédure\n\nLe marché est passé par appel d'offres." },
      },
      {
        text: '## Procédure\n\nLa consultation est passée selon la procédure adaptée.',
        files: { 'cctp.md': "# CCTP\n\n## Contexte\n\nLe précédent marché, passé par appel d'offres ouvert, expire." },
      },
      {
        text: '## Procédure\n\nLe partenariat d’innovation est passé selon la procédure avec négociation.',
        files: { 'ccap.md': '# CCAP\n\n## Cadre\n\nLe contrat est un partenariat d’innovation.' },
      },
      {
        text: '## Procédure\n\nLe marché est passé selon la procédure adaptée.',
        files: {
          'cctp.md':
            '# CCTP\n\n## Connecteur\n\nLe connecteur fait l’objet d’un marché distinct, conclu sans publicité ni mise en concurrence préalables.',
        },
      },
      {
        text: '## Cadre\n\nLe marché se réfère au CCAG-TIC de 2021.',
        files: { 'ccap.md': '# CCAP\n\n## Cadre\n\nLe CCAG-TIC s’applique. Il remplace l’ancien CCAG-TIC de 2009.' },
      },
      {
        text: '## Cadre\n\nLe marché se réfère au CCAG-TIC.',
        files: {
          'ccap.md': '# CCAP\n\n## Cadre\n\nLe CCAG-TIC s’applique ; le chapitre 7 du CCAG-PI régit les études.',
        },
      },
    ],
    limits: [],
  },
  *check(piece) {
    yield* discord(piece, matter, (ours) => ours.value.kind);
  },
});
