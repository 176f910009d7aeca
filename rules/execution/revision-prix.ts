import { isPublicContract, REVISION_PARTS, type RevisionPart, revisionPrix } from '../facts/execution/index.ts';
import { field, insertBlockAfter } from '../kit/fix.ts';
import type { Piece } from '../kit/piece.ts';
import { defineRule } from '../kit/rule.ts';
import { ccp } from '../kit/source.ts';

const NAMES: Readonly<Record<RevisionPart, string>> = {
  date: 'la date du prix initial',
  formule: 'la formule',
  periode: 'la périodicité',
};

const LINES: Readonly<Record<RevisionPart, string>> = {
  date: `Les prix sont établis aux conditions économiques du « mois zéro » : ${field('mois zéro — mois de la remise des offres')}.`,
  formule: `Ils sont révisés selon la formule P = P0 × (0,15 + 0,85 × I/I0), où P0 est le prix du mois zéro, I la dernière valeur publiée de l'indice ${field('indice — nom et source')} et I0 sa valeur au mois zéro.`,
  periode: `La révision a lieu ${field('période — une fois par an, à chaque reconduction')}.`,
};

export default defineRule({
  id: 'execution/revision-prix',
  title: 'Clause de révision des prix incomplète',
  level: 'error',
  pieces: ['ccap', 'ae'],
  why: `Lorsque les prix sont révisables, le marché fixe la date du prix initial, le calcul de la révision et sa périodicité. S'il en manque un, la
révision ne peut pas être calculée sans discussion, et la clause est irrégulière.`,
  sources: [ccp('R2112-13')],
  messages: {
    incomplete:
      'Prix révisables sans {manque}.\nL’article R2112-13 veut la date à laquelle le prix initial est établi, le calcul de la révision et sa périodicité : elle ne pourra pas être calculée sans litige. Compléter la clause, ou écrire que les prix sont fermes.',
  },
  examples: {
    bad: [
      {
        text: '## Prix\n\nLes prix sont établis aux conditions économiques du mois de janvier 2027. Ils sont fermes pendant un an. ⟦Ils sont ensuite révisables chaque année, à la date anniversaire, pour tenir compte de l’évolution des salaires.⟧',
        fixed: { gains: 'selon la formule P' },
      },
      {
        text: '## Prix\n\n5.1. Les prix sont forfaitaires par tranche.\n\n⟦5.2. Ils évoluent chaque année, à la date anniversaire, pour suivre le coût des salaires du secteur social.⟧',
        fixed: { gains: 'mois de la remise des offres' },
      },
      // The month of the works is not that of the initial price.
      {
        text: '## Prix\n\n⟦Les prix suivent chaque mois le mouvement de l’économie, par application du coefficient C = 0,15 + 0,85 × (BT01 / BT01 d’origine), l’index BT01 étant celui du mois où les travaux s’exécutent.⟧',
        fixed: { gains: 'mois de la remise des offres' },
      },
      {
        text: '# CCAP\n\nDate d’établissement : 1er décembre 2026\n\n## Révision\n\n⟦Les prix sont révisés une fois l’an, au 1er avril, par la formule P = P0 x (0,15 + 0,85 x S/S0), où S est l’indice Syntec du mois précédant la révision et S0 sa valeur d’origine.⟧',
        fixed: { gains: 'mois zéro' },
      },
      {
        text: '## 5.1 Variation, lots 1 et 3\n\nPrix établis aux conditions économiques de janvier 2027 (mois M0). Ils sont révisés une fois par an par la formule P = P0 × I / I0.\n\n## 5.2 Variation, lot 2\n\n⟦Prix révisables, par application de :⟧\n\nP = P0 × J / J0',
        fixed: { gains: 'de :' },
      },
      {
        text: '⟦Les honoraires sont révisables chaque année par la formule P = P0 × S/S0, où S est l’indice Syntec du dernier mois publié et S0 le même au point de départ.⟧',
        fixed: { gains: 'mois zéro' },
      },
      {
        text: '## Prix\n\n⟦Les prix sont révisés à chaque reconduction, par application de la formule :⟧\n\nP = P0 × (0,15 + 0,75 × S / S0 + 0,10 × M / M0)\n\noù M est l’indice des peintures.',
        fixed: { gains: 'mois zéro' },
      },
      {
        text: '## Prix\n\nL’hébergement est payé par une redevance annuelle.\n\n⟦La redevance est révisable.⟧ Mois zéro : mai 2027. Formule : R = R0 × S / S0.',
        fixed: { gains: 'La révision a lieu [à compléter' },
      },
      {
        text: '## Prix\n\nLes prix restent inchangés la première année. ⟦Ensuite, ils sont révisés tous les douze mois, par application de la formule P = P0 × I / I0.⟧',
        fixed: { gains: '/ I0.' },
      },
      {
        text: '⟦Les prix sont révisables chaque mois par la formule P = P0 × I / I0, où I est la valeur de l’index du mois d’exécution et I0 sa valeur initiale.⟧',
        fixed: { gains: 'mois zéro' },
      },
      {
        text: 'Les licences sont à prix ferme, actualisable si plus de trois mois séparent la date à laquelle le candidat a fixé son prix du début d’exécution.\n\n⟦La redevance est révisée chaque année par la formule R = R0 × S/S0, où S est l’indice Syntec et S0 sa valeur d’origine.⟧',
        fixed: { gains: 'mois zéro' },
      },
      {
        text: "⟦Les prix sont révisables une fois par an, à la date anniversaire de la notification, pour tenir compte de l'évolution du coût de la main-d'œuvre.⟧",
        fixed: { gains: 'Ils sont révisés selon la formule' },
      },
      {
        text: '⟦Les prix sont révisables.⟧ Le prix révisé est obtenu par la formule P = P0 × (0,20 + 0,80 × S/S0), dans laquelle S représente la valeur de l’indice Syntec.',
        fixed: { gains: 'La révision a lieu [à compléter' },
      },
      {
        text: '⟦Le prix du lot 2 est révisé au premier janvier de chaque année.⟧',
        head: { piece: 'ae' },
        fixed: { gains: 'mois zéro' },
      },
      {
        text: '## Variation des prix\n\n⟦Les tarifs du bordereau sont révisables.⟧ Le titulaire en informe l’acheteur.',
        fixed: { gains: 'mois zéro' },
      },
      {
        text: "⟦Les prix, établis au mois de mars 2027, seront révisés selon l'indice ICHT-IME.⟧",
        fixed: { gains: 'La révision a lieu [à compléter' },
      },
      {
        text: '## Variation\n\n⟦La révision se calcule ainsi : P = P0 × (0,15 + 0,85 × S / S0), où S est l’indice du coût du travail.⟧ Les valeurs S0 sont celles de décembre 2026, mois d’établissement des prix.',
        fixed: { gains: 'La révision a lieu [à compléter' },
      },
      {
        text: '## Prix\n\n⟦La révision est obtenue par la variation de l’indice Syntec depuis le mois zéro, mars 2027.⟧',
        fixed: { gains: 'La révision a lieu [à compléter' },
      },
      {
        text: "⟦Le tarif, établi au mois de mai 2027, est ajusté tous les ans d'après l'évolution des salaires de la branche.⟧",
        fixed: { gains: 'Ils sont révisés selon la formule' },
      },
      {
        text: "⟦Les prix évoluent chaque année avec l'inflation.⟧",
        fixed: { gains: 'mois zéro' },
      },
      {
        text: '## Prix\n\n**4.1** Ils sont révisables. ⟦Le prix révisé résulte de la formule P = P0 × (0,15 + 0,85 × S/S0), où S0 est l’indice du mois de remise des offres.⟧\n\n**4.2** Une retenue de garantie de 5 % est opérée sur chaque acompte.',
        fixed: { gains: 'La révision a lieu [à compléter' },
      },
    ],
    good: [
      '# CCAP\n\n## Prix\n\nLe prix est révisable. Il est établi aux conditions économiques du mois zéro. Il est révisé une seule fois pour chaque véhicule, par la formule : P = P0 x (0,15 + 0,85 I / I0).\n',

      'Les prix sont actualisables, par application du coefficient Cn = D / D0.\n\n- D : valeur de l’index de référence, trois mois avant le début d’exécution.\n- D0 : valeur de l’index de référence au mois zéro.\n',
      '## Index\n\nL’index patronymique\n',
      // Named in a title or in a clause of re-examination.
      '# CCAP\n\nLes prix sont fermes.\n\n## Clause de réexamen en cas de circonstances imprévisibles\n\nSont exclues les hausses déjà prises en compte dans les index utilisés pour la révision des prix.',
      'Les prix, établis en mai 2027 (mois zéro), sont révisés une seule fois, à la reconduction de 2028, par la formule P = P0 × I / I0.',
      '# CCAP\n\n## 3. Prix\n\n| Point | Règle |\n|---|---|\n| Prix | révisables au semestre |\n| Mois zéro | janvier 2027 |\n| Calcul | P = P0 × (0,20 + 0,80 × I/I0) |\n',
      '# CCAP\n\nLes prix du contrat précédent étaient révisables ; ceux du présent marché ne le sont pas.',
      'Les prix de l’abonnement sont ceux de mai 2027. Ils sont révisés chaque année par la formule P = P0 × I / I0.',
      'Les prix, établis en mai 2027 (M0), sont révisés par la formule P = P0 × M / M0 ; la redevance annuelle l’est chaque 1er mai.',
      '## Prix\n\nLes prix sont révisés chaque année par la formule P = P0 × I / I0. Mois de départ : mars 2027.',
      '## 5.1 Variation, lot 1\n\nPrix établis au mois M0, janvier 2027, révisés chaque année par la formule P = P0 × I / I0.\n\n## 5.2 Variation, lot 2\n\nPrix établis au mois M0, janvier 2027, révisés chaque trimestre par la formule P = P0 × J / J0.',
      '## Prix\n\n**4.1** Ils sont révisables. Le prix révisé résulte de la formule P = P0 × (0,15 + 0,85 × S/S0), où S0 est l’indice du mois de remise des offres.\n\n**4.2** La formule joue pour chaque acompte. Il en va de même des avances.',
      '## Prix\n\n**4.1** Le prix révisé résulte de la formule P = P0 × S/S0, où S0 est l’indice du mois de remise des offres.\n\n**4.2** La révision, hors avances, est faite à chaque acompte.',
      'Les prix sont révisables chaque mois par la formule P = P0 × I / I0, où I est la valeur de l’index du mois d’exécution et I0 celle du mois de remise des offres.',
      'Les prix, établis au mois de mai 2027, sont actualisés si plus de trois mois s’écoulent avant le début. Ils sont révisés chaque année par la formule P = P0 × S/S0.',
      'Les licences sont à prix ferme, actualisable si plus de trois mois séparent la date à laquelle le candidat a fixé son prix du début d’exécution. La redevance, établie au mois de mai 2027, est révisée chaque année par la formule R = R0 × S/S0.',
      'Les forfaits sont fermes. Ils sont actualisés d’après l’indice Syntec.',
      "Les prix ne sont pas ajustés selon l'évolution des salaires.",
      'Le prix est ajusté en fonction du nombre de jours exécutés et de l’évolution des coûts de déplacement.',
      "L'acheteur suit l'évolution des prix du marché.",
      "Les prix, établis au mois de mai 2027, sont revus chaque année selon l'évolution des salaires, mesurée par l'indice ICHT.",
      'La révision du plan de prévention se calcule en jours. Les prix sont fermes.',
      'Les prix sont établis au mois zéro, mars 2027. La révision se calcule chaque année par la formule P = P0 × I/I0, I étant l’indice Syntec.',
      'Les prix sont fermes. La révision des prix ne s’applique pas.',
      'La révision des indices est opérée par l’Insee. Les prix sont fermes.',
      'Les prix sont révisables. Ils sont réputés établis au mois de mars 2027 (mois zéro). Ils sont révisés une fois l’an par la formule P = P0 × (0,15 + 0,85 × I/I0).',
      'Les prix sont fermes et non révisables.',
      'Le prix est ferme et actualisable.',
      'Les prix ne sont ni révisables ni actualisables.',
      'Aucune révision des prix n’est appliquée.',
      {
        text: 'Les prix sont révisables dans les conditions de l’article 3.3 du CCAP.',
        head: { piece: 'ae' },
      },
      "## 5 Prix\n\n### 5.1 Forme des prix\n\nLes prix sont révisables.\n\n### 5.2 Mois d'établissement\n\nLe mois m0 est celui de la remise des offres.\n\n### 5.3 Révision\n\nIls sont révisés chaque année par application de l'indice Syntec.",
      {
        text: 'Les prix sont révisables.',
        head: { piece: 'ae' },
        files: {
          'ccap.md':
            '# CCAP\n\nLes prix sont révisables chaque année selon la formule P = P0 × I/I0, aux conditions économiques du mois zéro.',
        },
      },
      'La révision annuelle du document est à la charge du titulaire. Les prix sont forfaitaires.',
      '☐ prix fermes ☐ prix révisables',
    ],
    limits: [],
  },
  *check(piece) {
    if (!isPublicContract(piece)) return;
    const found = piece.ask(revisionPrix);
    if (!found || found.elsewhere || isCompleteElsewhere(piece)) return;
    const missing = REVISION_PARTS.filter((p) => !found.parts.has(p));
    if (missing.length === 0) return;
    const names = missing.map((p) => NAMES[p]);
    const manque =
      names.length > 1 ? `${names.slice(0, -1).join(', ')} et ${names[names.length - 1]}` : (names[0] ?? '');
    const at = found.sentence.span;
    const fixes = [
      insertBlockAfter(
        piece,
        at,
        missing.map((p) => LINES[p]).join(' '),
        'Ajouter ce qui manque à la clause de révision',
      ),
    ];
    yield { at, message: 'incomplete', data: { manque }, doubt: found.doubt, fixes };
  },
});

/** The clause may stand in full in the other of the two pieces. */
const isCompleteElsewhere = (piece: Piece): boolean =>
  piece.consultation
    .of('ccap', 'ae', 'cctp')
    .some((p) => p !== piece && (p.ask(revisionPrix)?.parts.size ?? 0) === REVISION_PARTS.length);
