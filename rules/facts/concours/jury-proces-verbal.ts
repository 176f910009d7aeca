import type { Passage, Sentence } from '../../kit/draft.ts';
import { fr } from '../../kit/french/pattern.ts';
import type { Phrase } from '../../kit/markdown/prose.ts';
import { defineFact } from '../../kit/piece.ts';
import { has, type Match } from '../../kit/text.ts';
import { answering } from '../commun/index.ts';

export interface ProcesVerbal {
  /** Where the jury is to write its minutes; undefined when it is not. */
  readonly sentence: Sentence | undefined;
  readonly signe: boolean;
  readonly classement: boolean;
  readonly observations: boolean;
}

const MINUTES = fr`procès-verb(?:al|aux)|procès verb(?:al|aux)|p\.?-?v\.?|rapports? (?:signé|du jury|écrit)|compte[- ]rendus?,?(?: [a-z,']+){0,4} (?:écrits?|signés?)|(?:rédige|établi|dresse|tien)[a-z]* (?:le|un) compte[- ]rendu|relevés? de (?:décisions?|conclusions)`;
/** Minutes of another act. */
const OTHER_MINUTES = fr`(?:procès-verb(?:al|aux)|pv) (?:complémentaires?|(?:de |d'|du |des )(?:réception|ouverture|constat|livraison|recette|visite|dialogue|remise|dépôt|tirage|installation|huissier|commissaire|carence|restitution))`;
const ABSENT = fr`(?:aucun|sans|pas(?: [a-z]+)? de|ni|pas dressé de|pas établi de)(?: [a-z]+)? (?:procès-verbal|procès verbal|pv|compte[- ]rendu)|oralement|compte rendu oral`;
const SIGNED = fr`signée?s?|sign(?:e|er|ent|era|eront|atures?|ataires?)|parap(?:he|hé|her|hent)`;
const RANKED = fr`class[a-zé]+|rang|places? (?:obtenue|donnée|attribuée)s?|ordre (?:de (?:mérite|préférence|valeur)|des (?:projets|équipes|propositions|concurrents))|hiérarchi[a-zé]+|ordre dans lequel|(?:du|de la) meilleure? au|départag[a-zé]+`;
const REMARKS = fr`observations?|remarques?|raisons?|motifs?|motiv[a-zé]+|appréciations?|commentaires?|éclaircissements?|réserves?|avis|questions?|jugements?|critiques?|opinions?|forces|faiblesses|points (?:forts|faibles|à éclaircir)|(?:ce|en) qu'?(?:e|il|elle|ils)(?: (?:le jury|il|elle|chacun))?(?: en)? (?:pens|retien|reproch|a retenu)[a-zé]*`;

/** What is written, whatever it is called. */
const PAPER = fr`(?:écrit|rapport|relevé|compte[- ]rendu|registre|document|procès|pv|acte|trace)[a-zé-]*`;

/** « n'est pas soumis à la signature des jurés et ne reprend pas leurs observations »: the verb before is denied. */
const isWaived = (folded: string, { from }: Match): boolean => {
  const clause = folded.slice(0, from).split(NEXT_CLAUSE).at(-1) ?? '';
  return (has(clause, fr`ne|n'`) && has(clause, fr`pas|ni|aucune?|jamais`)) || WITHOUT.test(clause);
};
const NEXT_CLAUSE = /[,;]| (?:et|mais|puis) (?!ne |n')/;
const WITHOUT = /(?<![a-z])sans (?:aucune? |la |les |leurs? )?$/;

const read = (phrase: Phrase): boolean | undefined =>
  phrase.has(MINUTES) && !phrase.has(OTHER_MINUTES) && !phrase.has(ABSENT) ? true : undefined;

/** The cells of its row and of the next one, which may tell what the minutes hold. */
function rowsFrom(passage: Passage): readonly Passage[] {
  const { table } = passage;
  const row = table?.rowOf(passage);
  if (!table || !row) return [];
  return [row, table.rows[table.rows.indexOf(row) + 1]].flatMap((r) => r?.cells ?? []);
}

/** The minutes in which the jury writes its ranking and its observations. */
export const procesVerbal = defineFact<ProcesVerbal>({
  id: 'jury-proces-verbal',
  title: 'Procès-verbal du jury',
  read(piece) {
    const written = piece.draft.collect(read).map((f) => f.sentence);
    const told = answering(
      piece,
      'concours/proces-verbal-signe',
      (s) => s.has(PAPER) && !s.has(OTHER_MINUTES) && !s.has(ABSENT),
    );
    const found = written.length > 0 || !told ? written : [told];
    const sentence = found.find((s) => s.passage.heading === undefined) ?? found[0];
    // The minutes are described where they stand: the section, or the paragraph in a long one.
    const around = found.flatMap((s) => {
      const all = s.section.own;
      const at = all.indexOf(s.passage);
      return [
        ...s.passage.sentences,
        ...[...s.passage.items, ...(s.passage.list && s.passage.lead ? s.passage.lead.passage.items : [])].flatMap(
          (p) => p.sentences,
        ),
        ...rowsFrom(s.passage).flatMap((p) => p.sentences),
        ...all.slice(Math.max(0, at - 1), at + 2).flatMap((p) => p.sentences),
      ];
    });
    const says = (pattern: RegExp) => around.some((s) => s.findAll(pattern).some((m) => !isWaived(s.folded, m)));
    return {
      sentence,
      signe: says(SIGNED),
      classement: says(RANKED),
      observations: says(REMARKS),
    };
  },
  show: ({ sentence, signe, classement, observations }) => sentence && { signe, classement, observations },
});
