import { recount } from '../facts/allotissement/index.ts';
import { type TrancheNature, trancheNames } from '../facts/commun/index.ts';
import {
  sameLot,
  type Tranche,
  type TrancheAnnouncement,
  type TrancheCount,
  tranches,
} from '../facts/tranches/index.ts';
import type { Piece } from '../kit/piece.ts';
import { defineRule, type Edit } from '../kit/rule.ts';
import { ccp, guide } from '../kit/source.ts';

/** Tranches that stand under the announcement: in its sentence, its list or table, its section. */
const near = ({ sentence, at }: TrancheAnnouncement, t: Tranche): boolean =>
  (t.passage === sentence.passage && t.at.start >= at.start) ||
  t.passage.lead === sentence.passage ||
  t.section === sentence.section;

const ids = (list: readonly Tranche[], nature?: TrancheNature): number =>
  new Set(list.filter((t) => !nature || t.nature === nature).map((t) => t.id)).size;

/** A list, a table or a run that names two tranches at least is taken to be whole. */
const isWhole = (list: readonly Tranche[]): boolean => ids(list) > 1;

interface Gap {
  readonly count: TrancheCount;
  readonly listed: number;
}

/** The greatest number that a tranche of a nature is named by. */
const numbersOf = (piece: Piece, nature: TrancheNature): number =>
  Math.max(
    0,
    ...piece.draft
      .passagesWith(trancheNames)
      .flatMap((p) => p.read(trancheNames))
      .flatMap((n) => (n.nature === nature && !n.global && Number(n.number) > 0 ? Number(n.number) : [])),
  );

function gapsIn(a: TrancheAnnouncement, own: readonly Tranche[]): Gap[] {
  const local = own.filter((t) => near(a, t));
  let list = local;
  if (!isWhole(list)) {
    const containers = [...new Set(own.map((t) => t.container))]
      .map((c) => own.filter((t) => t.container === c))
      .filter(isWhole);
    if (containers.some((c) => compare(a, c, own).length === 0)) return [];
    list = containers[0] ?? [];
  }
  return isWhole(list) ? compare(a, list, own) : [];
}

function compare(a: TrancheAnnouncement, list: readonly Tranche[], own: readonly Tranche[]): Gap[] {
  const out: Gap[] = [];
  const check = (count: TrancheCount | undefined, nature?: TrancheNature) => {
    const listed = ids(list, nature);
    if (!count || listed === 0 || listed === count.value) return;
    // What this list leaves out may stand in another part of the piece.
    if (listed < count.value && ids(own, nature) >= count.value) return;
    out.push({ count, listed });
  };
  check(a.ferme, 'ferme');
  check(a.optionnelle, 'optionnelle');
  if (!a.ferme && !a.optionnelle) check(a.total);
  return out;
}

export default defineRule({
  id: 'tranches/nombre-incoherent',
  title: 'Nombre de tranches incohérent',
  level: 'error',
  pieces: ['rc', 'cctp', 'ccap', 'ae'],
  why: `Le nombre de tranches fixe l'étendue de l'engagement. S'il contredit la liste, les candidats ne chiffrent pas la même chose et la tranche surnuméraire n'a pas de base contractuelle.`,
  sources: [guide('I.F', 11), ccp('R2113-4')],
  messages: {
    differs:
      'Le texte annonce « {announced} » et {listed}.\nLes deux doivent concorder. Corriger le nombre ou la liste.',
  },
  examples: {
    bad: [
      {
        text: 'L’opération se partage en ⟦quatre tranches⟧ :\n\n- la tranche ferme : vestiaires ;\n- la tranche optionnelle n° 1 : hébergement ;\n- la tranche optionnelle n° 2 : tour de séchage.',
        fixed: { gains: 'en trois tranches' },
      },
      {
        text: '## 3. ⟦Trois tranches⟧\n\n| Repère | Contenu |\n|---|---|\n| TF | Bureaux |\n| TO | Salle de réunion |\n',
        fixed: { gains: 'Deux tranches' },
      },
      {
        text: 'Au-delà de la tranche ferme (quai, 90 000 € HT), s’ajoutent ⟦trois tranches optionnelles⟧ : le môle (30 000 € HT) et la jetée (20 000 € HT).',
        fixed: { gains: 'deux tranches optionnelles' },
      },
      {
        text: '**Combien de tranches ?** Deux : une ferme, ⟦une optionnelle⟧.\n\nLa tranche ferme refait le plancher (150 000 € HT). La tranche optionnelle n° 1 refait la fosse (80 000 € HT) et la tranche optionnelle n° 2 le cadre (45 000 € HT).',
        fixed: { gains: 'une ferme, deux optionnelles' },
      },
      {
        text: 'Le marché comprend une tranche ferme et ⟦une tranche optionnelle⟧. La tranche optionnelle 1 porte sur la pose, la tranche optionnelle 2 sur la dépose.',
        fixed: { gains: 'deux tranches optionnelles' },
      },
      {
        text: 'Le marché comprend une tranche ferme et ⟦une tranche optionnelle⟧ :\n\n- tranche ferme : siège ;\n- tranche optionnelle 1 : agences ;\n- tranche optionnelle 2 : archives.',
        fixed: { gains: 'et deux tranches optionnelles :' },
      },
      {
        text: 'Les plantations sont commandées en 1 TF + ⟦1 TO⟧ :\n\n| Réf. | Secteur |\n|---|---|\n| TF | quai nord |\n| TO1 | quai sud |\n| TO2 | square |\n',
        fixed: { gains: '1 TF + 2 TO' },
      },
      {
        text: '⟦Nombre de tranches : 2⟧\n\n- Tranche ferme : relevés\n- Tranche optionnelle 1 : plans\n- Tranche optionnelle 2 : maquette\n',
        fixed: { gains: 'tranches : 3' },
      },
      {
        text: 'Le marché est fractionné en une tranche ferme et ⟦trois tranches optionnelles⟧ :\n\n1. tranche ferme : étude ;\n2. première tranche optionnelle : travaux ;\n3. deuxième tranche optionnelle : formation.',
        fixed:
          'Le marché est fractionné en une tranche ferme et deux tranches optionnelles :\n\n1. tranche ferme : étude ;\n2. première tranche optionnelle : travaux ;\n3. deuxième tranche optionnelle : formation.',
      },
      {
        text: 'Le lot 1 est décomposé en une tranche ferme et ⟦une tranche conditionnelle⟧ :\n\n* **Tranche ferme** : rez-de-chaussée.\n* **Tranche optionnelle 1** : étage.\n* **Tranche optionnelle 2**.',
        fixed:
          'Le lot 1 est décomposé en une tranche ferme et deux tranches conditionnelles :\n\n* **Tranche ferme** : rez-de-chaussée.\n* **Tranche optionnelle 1** : étage.\n* **Tranche optionnelle 2**.',
      },
      {
        text: '## Tranches\n\nLe marché comporte 1 tranche ferme et ⟦2 tranches optionnelles⟧.\n\n| Tranche | Objet |\n|---|---|\n| TF | Études |\n| TO 1 | Travaux |\n| TO 2 | Formation |\n| TO 3 | Maintenance |',
        fixed: { gains: '3 tranches optionnelles' },
      },
      {
        text: 'Les prestations sont réparties en ⟦trois tranches⟧ : tranche ferme : étude de site ; tranche optionnelle : pose des capteurs.',
        fixed:
          'Les prestations sont réparties en deux tranches : tranche ferme : étude de site ; tranche optionnelle : pose des capteurs.',
      },
      {
        text: 'Le marché est un marché avec une tranche ferme et ⟦deux tranches optionnelles⟧ au sens de l’article R. 2113-4 :\n\n- tranche ferme : diagnostic\n- tranche optionnelle n°1 : programme\n- tranche optionnelle n°2 : choix de l’exploitant\n- tranche optionnelle no3 : suivi',
        fixed: { gains: 'trois tranches optionnelles' },
      },
      {
        text: 'Le marché comprend ⟦deux tranches⟧.\n\n- Tranche 1 - ferme : études\n- Tranche 2 - optionnelle : travaux\n- Tranche 3 - optionnelle : suivi',
        fixed: { gains: 'comprend trois tranches' },
      },
      {
        text: 'Le marché comporte ⟦trois tranches⟧ : la tranche ferme, la halle (80 000 € HT), et la tranche optionnelle, le parvis (20 000 € HT).',
        fixed: { gains: 'deux tranches' },
      },
    ],
    good: [
      'Le marché comporte deux tranches : la tranche ferme, la halle (80 000 € HT), et la tranche optionnelle, le parvis (20 000 € HT).',
      'Une tranche ferme (TF) et deux tranches optionnelles (TO1 et TO2) sont prévues : TF, le hall ; TO1, la cour ; TO2, le toit.',
      'Une ferme, deux optionnelles.\n\n- La tranche ferme refait le plancher.\n- La tranche optionnelle 1 refait la fosse.\n- La tranche optionnelle 2 suit la tranche optionnelle 1 et équipe le cadre.',
      'Le lot 2 est fractionné : une tranche ferme (chaufferie), une tranche optionnelle 1 (bureaux) et une tranche optionnelle n° 2 (filtres).',
      'Le marché comprend une tranche ferme (siège), une tranche optionnelle 1 (agences) et une tranche optionnelle 2 (archives).',
      'Le marché comprend une tranche ferme (siège), une tranche optionnelle pour les agences et une tranche optionnelle pour les archives :\n\n- tranche ferme : siège ;\n- tranche optionnelle 1 : agences ;\n- tranche optionnelle 2 : archives.',
      'Le marché de 2021 comptait trois tranches, celui-ci en a deux : la tranche ferme (hall) et la tranche optionnelle (cour).',
      'Le marché comprend une tranche ferme et deux tranches optionnelles :\n\n- tranche ferme : étude ;\n- tranche optionnelle 1 : travaux ;\n- tranche optionnelle 2 : suivi.',
      'Le marché comprend une tranche ferme et deux tranches optionnelles, définies à l’article 4 du CCTP.\n\nLa tranche optionnelle 1 est exécutée en six mois.',
      'Le marché est décomposé en trois tranches : une tranche ferme et deux tranches optionnelles.\n\n| Tranche | Objet |\n|---|---|\n| Ferme | Études |\n| Optionnelle 1 | Travaux |\n| Optionnelle 2 | Suivi |\n| Total | |',
      'Le lot 1 comprend une tranche ferme (étude) et une tranche optionnelle (travaux).\n\nLe lot 2 comprend une tranche ferme (étude) et deux tranches optionnelles :\n\n- lot 2, tranche ferme : étude ;\n- lot 2, tranche optionnelle 1 : pose ;\n- lot 2, tranche optionnelle 2 : dépose.',
      'Le candidat peut présenter une offre pour les deux tranches optionnelles.\n\n- Tranche ferme : étude\n- Tranche optionnelle 1 : travaux',
      'Le marché comprend une tranche ferme et deux tranches optionnelles.\n\nLa tranche optionnelle 1 porte sur la pose. Par ailleurs la tranche optionnelle 2 porte sur la dépose.',
    ],
    limits: ['Le marché comprend deux tranches optionnelles.\n\nTranche optionnelle 1 : pose.'],
  },
  *check(piece) {
    const { announced, listed } = piece.ask(tranches);
    for (const a of announced) {
      const own = listed.filter((t) => sameLot(t.lot, a.lot));
      // One that is named and that no list was seen to hold is there all the same.
      const isShort = ({ count, listed }: Gap) =>
        listed < count.value && count === a.optionnelle && numbersOf(piece, 'optionnelle') === count.value;
      const gaps = gapsIn(a, own).filter((gap) => !isShort(gap));
      const [first] = gaps;
      if (!first) continue;
      const text = (c: TrancheCount) => piece.draft.slice(c.at);
      const edits: Edit[] = [];
      for (const { count, listed: value } of gaps) {
        const written = recount(text(count), value, true);
        if (written) edits.push({ at: count.at, text: written });
      }
      // Several sentences that announce are also read as what each other's list: correcting one would undo the other.
      const alone = announced.every((b) => b === a || !sameLot(b.lot, a.lot));
      const shown = own.filter((t) => near(a, t))[0] ?? own[0];
      yield {
        at: first.count.at,
        message: 'differs',
        data: { announced: text(first.count).replace(/\s+/g, ' '), listed: `en liste ${first.listed}` },
        ...(alone &&
          edits.length === gaps.length && {
            fixes: [
              { title: `Annoncer ${edits.map((e) => `« ${e.text} »`).join(' et ')}`, grade: 'review' as const, edits },
            ],
          }),
        ...(shown && { related: [{ piece, at: shown.at, message: 'Les tranches sont listées ici.' }] }),
      };
    }
  },
});
