import { currencyOf, type Seuil, seuils } from '../facts/procedure/index.ts';
import { replace } from '../kit/fix.ts';
import type { Piece } from '../kit/piece.ts';
import { defineRule } from '../kit/rule.ts';
import { ccp, text } from '../kit/source.ts';
import { pastThresholds, type Threshold } from '../law/law.ts';

const euros = (n: number) => n.toString().replace(/\B(?=(?:\d{3})+$)/g, ' ');
const day = (iso: string) => iso.split('-').reverse().join('/');

/** The threshold that the amount was, with its value of the day; undefined when it still is one, or never was. */
function outdated(seuil: Seuil, date: string): { old: Threshold; current: readonly Threshold[] } | undefined {
  const all = pastThresholds(seuil.value, date).filter(
    ({ threshold: t }) =>
      seuil.matieres.length === 0 || seuil.matieres.some((m) => t.id.split(/[/-]/)[0] === m.split('-')[0]),
  );
  const first = all.at(-1);
  if (!first || all.some((t) => t.inForce)) return undefined;
  const kinds = all.filter(
    (t) => (t.threshold.categorie === 'travaux' || t.threshold.id.includes('travaux')) === seuil.travaux,
  );
  const kept = kinds.length > 0 ? kinds : all;
  const current = [...new Map(kept.flatMap(({ current: c }) => (c ? [[c.id, c] as const] : []))).values()];
  return { old: (kept.at(-1) ?? first).threshold, current };
}

function fixOf(piece: Piece, seuil: Seuil, values: readonly number[]) {
  const [value] = values;
  const written = piece.draft.slice(seuil.at);
  const tail = currencyOf(written);
  if (value === undefined || values.length > 1 || !tail || !/^\d/.test(written)) return [];
  return [replace(piece, seuil.at, `${euros(value)}${tail}`, `Remplacer par ${euros(value)} € HT`)];
}

export default defineRule({
  id: 'droit/seuil-perime',
  title: 'Seuil qui n’est pas celui de la date de la consultation',
  level: 'warning',
  pieces: '*',
  why: `Les seuils européens changent tous les deux ans, celui de la dispense de publicité a changé plusieurs fois. Un seuil d'une autre période fait
croire que la procédure a été mal choisie et peut conduire à l'avoir mal choisie en effet.`,
  sources: [text('Annexe 2 du code de la commande publique'), ccp('R2122-8'), ccp('R2124-1')],
  messages: {
    change:
      '{montant} € n’est pas le seuil de la date retenue ({jour}).\n« {objet} » : le seuil est alors de {actuel} € HT. Écrire ce montant.',
  },
  examples: {
    bad: [
      {
        text: '## Procédure\n\nDès ⟦143 000 € HT⟧, une caisse comme la nôtre bascule dans les procédures formalisées.',
        fixed: { gains: '140 000 € HT' },
      },
      {
        text: 'C’est plus que les ⟦143 000 € HT⟧ où commence la procédure formalisée.',
        fixed: { gains: '140 000 € HT' },
      },
      {
        text: 'L’opération dépasse la limite de ⟦40 000 € HT⟧ au-dessous de laquelle un acheteur s’adresse directement à l’entreprise de son choix.',
        fixed: { gains: '60 000 € HT' },
      },

      {
        text: 'La dépense prévue franchit le seuil de ⟦143 000 € HT⟧ des achats de l’Institut : l’annonce paraît au BOAMP et au Journal officiel de l’Union européenne.',
        fixed: { gains: '140 000 € HT' },
      },
      {
        text: 'Le besoin passe la barre des ⟦221 000 € HT⟧ au-delà de laquelle une procédure formalisée s’impose.',
        fixed: { gains: 'des 216' },
      },
      {
        text: 'Notre estimation dépasse ⟦40 000 € HT⟧, seuil en dessous duquel un acheteur peut se passer de publicité et de mise en concurrence.',
        fixed: { gains: '60 000 € HT' },
      },
      {
        text: 'Au-dessous de ⟦40 000 € HT⟧, l’acheteur n’est tenu à aucune publicité.',
        fixed: { gains: '60 000 € HT' },
      },
      {
        text: 'Le montant dépasse ⟦221 000 € HT⟧, seuil des procédures formalisées.',
        fixed: 'Le montant dépasse 216 000 € HT, seuil des procédures formalisées.',
      },
      {
        text: 'Le besoin reste sous le seuil de procédure formalisée de ⟦143 000 € HT⟧.',
        fixed: 'Le besoin reste sous le seuil de procédure formalisée de 140 000 € HT.',
      },
      {
        text: 'Les achats inférieurs à ⟦40 000 euros HT⟧ sont conclus sans publicité ni mise en concurrence.',
        fixed: 'Les achats inférieurs à 60 000 euros HT sont conclus sans publicité ni mise en concurrence.',
      },
      {
        text: "Au-delà de ⟦5 538 000 € HT⟧, les travaux relèvent d'une procédure formalisée.",
        fixed: { gains: '5 404 000 € HT' },
      },
      {
        text: 'La consultation est passée en dessous du seuil européen de ⟦209 000 € HT⟧.',
        fixed: { gains: '216 000 € HT' },
      },
      {
        text: 'Le seuil européen de ⟦140 000 € HT⟧ est dépassé.',
        head: { date: '2025-06-01' },
        fixed: { gains: '143 000 € HT' },
      },
      {
        text: 'La valeur du contrat reste sous les ⟦221 000 € HT⟧ à partir desquels la procédure adaptée n’est plus permise.',
        fixed: { gains: '216 000 € HT' },
      },
    ],
    good: [
      'Au-dessous de 60 000 € HT, l’acheteur peut se passer de publicité et de mise en concurrence.',
      'Le montant dépasse 216 000 € HT, seuil des procédures formalisées.',
      { text: 'Le seuil européen est de 216 000 € HT.', head: { date: '2028-06-01' } },
      'Le montant du marché est de 221 000 € HT.',
      'Estimé à 221 000 € HT, le marché relève d’une procédure formalisée.',
      'Les contrats de plus de 25 000 € HT sont conclus par écrit.',
      'Les données essentielles des marchés au-delà de 40 000 € HT sont publiées.',
      'Un avis est publié au BOAMP à partir de 90 000 € HT.',
      'L’ancien seuil de procédure formalisée était de 221 000 € HT.',
      'Le chiffre d’affaires doit être supérieur à 443 000 €.',
      { text: 'Le seuil de procédure formalisée est de 221 000 € HT.', head: { date: '2025-06-01' } },
      'La prime atteint 221 000 € HT, à partir desquels elle est imposée.',
    ],
    limits: ['La procédure formalisée est de règle (221 000 € HT).'],
  },
  *check(piece) {
    for (const seuil of piece.ask(seuils)) {
      const found = seuil.past ? undefined : outdated(seuil, piece.date);
      if (!found) continue;
      const values = [...new Set(found.current.map((t) => t.value))];
      const base = { montant: euros(seuil.value), jour: day(piece.date), objet: found.old.label };
      if (values.length === 0 || found.current.some((t) => t.confidence === 'K')) continue;
      yield {
        at: seuil.at,
        message: 'change',
        data: { ...base, actuel: values.map(euros).join(' ou ') },
        rests: found.current,
        fixes: fixOf(piece, seuil, values),
      };
    }
  },
});
