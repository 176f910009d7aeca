import { isOfPastContract } from '../facts/commun/index.ts';
import type { Passage, Sentence } from '../kit/draft.ts';
import { fr } from '../kit/french/pattern.ts';
import { defineRule, type Edit } from '../kit/rule.ts';
import { ccp, guide } from '../kit/source.ts';
import type { Match } from '../kit/text.ts';

const NAMED = fr`(?:tranches?|tr\.) (?:fermes? (?:et|ou) (?:les |la )?)?(?:[a-z0-9°]+ ?[-:(]? ?)?conditionnelles?|(?:première|seconde|deuxième|troisième) tranche conditionnelle|(?:l'une|l'autre|les autres|la (?:seconde|deuxième|troisième|dernière)|celles?(?:-ci)?)(?: [a-z']+){0,4} "? ?conditionnelles?`;
const WORD = fr`conditionnelles?`;
/** Words by which a text speaks of the old name or of an old contract. */
const HISTORY = fr`ancien(?:ne)?s?|anciennement|antérieure?s?|autrefois|jadis|jusqu'en|abandonnée?s?|remplacée?s?|désormais|vocabulaire|terme|expression|appellation|code des marchés publics|précédents? (?:marchés?|contrats?)|parl(?:er|aient|ait)|ex`;

/** « optionnelle, dite conditionnelle »: the right term, and the old name beside it. */
const CALLED = fr`appelée?s?|dénommée?s?|dites?`;
const TODAY = fr`optionnelles?`;
const TRANCHES = fr`tranches?|tr\.`;
const isHistory = (s: Sentence): boolean => isOfPastContract(s) || s.has(HISTORY) || (s.has(CALLED) && s.has(TODAY));

/** The words « tranche conditionnelle » of a passage that name a tranche of today. */
function* outdated(passage: Passage): Generator<{ named: Match; word: Match }> {
  if (!passage.has(NAMED) || !passage.has(TRANCHES)) return;
  const all = passage.findAll(NAMED);
  let next = 0;
  for (const sentence of passage.sentences) {
    const end = sentence.phrase.from + sentence.phrase.folded.length;
    const from = next;
    while (next < all.length && (all[next] as Match).from < end) next++;
    if (from === next || isHistory(sentence)) continue;
    for (const named of all.slice(from, next)) {
      if (passage.folded[named.from - 1] === '"' && passage.folded[named.to] === '"') continue;
      const word = passage.find(WORD, named.from);
      if (word) yield { named, word };
    }
  }
}

export default defineRule({
  id: 'tranches/terminologie',
  title: 'Terme périmé : « tranche conditionnelle »',
  level: 'info',
  pieces: '*',
  why: `Le code parle de « tranche optionnelle ». L'ancien terme laisse penser à un texte abrogé, et les deux mots dans un même dossier font douter qu'il s'agisse de la même tranche.`,
  sources: [guide('I.F', 11), ccp('R2113-4')],
  messages: {
    outdated:
      '« Conditionnelle » est le terme ancien : le code dit « tranche optionnelle ».\nLe code de la commande publique a changé ce mot.{more} Le remplacer.',
  },
  examples: {
    bad: [
      {
        text: 'Le marché a deux tranches, l’une ferme (tri des fonds), ⟦l’autre conditionnelle⟧ (reliure).',
        fixed: { gains: 'optionnelle' },
      },
      {
        text: 'Le marché comprend une tranche ferme et une ⟦tranche conditionnelle⟧.',
        fixed: 'Le marché comprend une tranche ferme et une tranche optionnelle.',
        skip: { capitals: 'the fix keeps capitals, which the next example shows' },
      },
      {
        text: 'Une ⟦tranche conditionnelle⟧ est prévue. Une tranche conditionnelle est prévue.',
        fixed: 'Une tranche optionnelle est prévue. Une tranche optionnelle est prévue.',
        skip: { capitals: 'the fix keeps capitals, which the next example shows' },
      },
      {
        text: 'LES ⟦TRANCHES CONDITIONNELLES⟧ SONT AFFERMIES PAR DÉCISION NOTIFIÉE.',
        fixed: 'LES TRANCHES OPTIONNELLES SONT AFFERMIES PAR DÉCISION NOTIFIÉE.',
      },
      {
        text: '- ⟦Tranche conditionnelle⟧ 1 : formation\n- Tranche conditionnelle 2 : maintenance',
        fixed: '- Tranche optionnelle 1 : formation\n- Tranche optionnelle 2 : maintenance',
      },
      {
        text: 'Les ⟦tranches fermes et conditionnelles⟧ sont jugées ensemble.',
        fixed: 'Les tranches fermes et optionnelles sont jugées ensemble.',
      },
      {
        text: '| Désignation | Montant |\n|---|---|\n| ⟦Tranche 2 (conditionnelle⟧) | 12 000 € |',
        fixed: '| Désignation | Montant |\n|---|---|\n| Tranche 2 (optionnelle) | 12 000 € |',
      },
    ],
    good: [
      'Le marché a deux tranches, l’une ferme, l’autre optionnelle, dite conditionnelle par certains.',
      'Le marché comprend une tranche ferme et une tranche optionnelle.',
      'Les marchés antérieurs parlaient de « tranche conditionnelle » ; l’expression a été abandonnée en 2016.',
      'Les tranches optionnelles (anciennement tranches conditionnelles) sont affermies par décision.',
      'La validité de l’offre est conditionnelle. La tranche ferme est exécutée sans délai.',
      'Le terme « tranche conditionnelle » n’est plus employé.',
    ],
    limits: ['| Désignation | Montant |\n|---|---|\n| TC 1 | 12 000 € |'],
  },
  *check(piece) {
    const all = piece.draft.passagesWith(NAMED).flatMap((p) => [...outdated(p)].map((o) => ({ ...o, passage: p })));
    const [first, ...others] = all;
    if (!first) return;
    const edits: Edit[] = all.map(({ passage, word }) => {
      const at = passage.at(word);
      const written = piece.draft.slice(at);
      const capital = /^\p{Lu}/u.test(written);
      const base = word.text.endsWith('s') ? 'optionnelles' : 'optionnelle';
      const text =
        capital && written === written.toUpperCase() ? base.toUpperCase() : capital ? `O${base.slice(1)}` : base;
      return { at, text };
    });
    yield {
      at: first.passage.at(first.named),
      message: 'outdated',
      data: { more: others.length > 0 ? ` Il revient ${all.length} fois dans cette pièce.` : '' },
      fixes: [{ title: 'Remplacer « conditionnelle » par « optionnelle »', grade: 'safe', edits }],
      related: others.map(({ passage, named }) => ({ piece, at: passage.at(named), message: 'Même terme.' })),
    };
  },
});
