import { isAgreed, isShortened, type OffresDate, offres, transmission } from '../facts/offres/index.ts';
import { procedure } from '../facts/procedure/index.ts';
import { daysBetween } from '../kit/calendar.ts';
import type { Piece } from '../kit/piece.ts';
import { defineRule } from '../kit/rule.ts';
import { ccp } from '../kit/source.ts';
import { type Threshold, type ThresholdId, threshold } from '../law/law.ts';

/** A span that the code fixes: from which day, to which deadlines, and the least number of days. */
interface Delai {
  readonly from: OffresDate | undefined;
  readonly to: readonly OffresDate[];
  readonly full: ThresholdId;
  readonly short: ThresholdId | undefined;
  readonly label: string;
}

/** The notice may be published up to five days after it is sent (directive 2014/24/UE, article 51). */
const PUBLICATION_LAG = 5;

function delaysOf(piece: Piece): Delai[] {
  const { debut, dates, limites, limitesCandidatures } = piece.ask(offres);
  const invitation = dates.find((d) => d.kind === 'invitation' && d.iso);
  const paper = piece.ask(transmission).papier.some(({ doubt }) => !doubt);
  const first = limites.filter((d) => !d.finale);
  switch (piece.ask(procedure).name) {
    case 'appel-offres-ouvert':
      return [
        {
          from: debut,
          to: [...first, ...limitesCandidatures],
          full: paper ? 'delai/aoo' : 'delai/aoo-electronique',
          short: 'delai/aoo-reduit',
          label: "en appel d'offres ouvert, à compter de l'envoi de l'avis",
        },
      ];
    case 'appel-offres-restreint':
      return [
        {
          from: debut,
          to: limitesCandidatures,
          full: 'delai/aor-candidatures',
          short: 'delai/aor-candidatures-urgence',
          label: "en appel d'offres restreint, entre l'envoi de l'avis et la réception des candidatures",
        },
        {
          from: isAgreed(piece) ? undefined : invitation,
          to: first,
          full: paper ? 'delai/aor-offres' : 'delai/aor-offres-electronique',
          short: 'delai/aor-offres-reduit',
          label: "en appel d'offres restreint, entre l'envoi de l'invitation et la réception des offres",
        },
      ];
    case 'procedure-avec-negociation':
      return [
        {
          from: debut,
          to: limitesCandidatures,
          full: 'delai/pan-candidatures',
          short: 'delai/pan-candidatures-urgence',
          label: "en procédure avec négociation, entre l'envoi de l'avis et la réception des candidatures",
        },
        {
          from: isAgreed(piece) ? undefined : invitation,
          to: first,
          full: paper ? 'delai/pan-offres' : 'delai/pan-offres-electronique',
          short: 'delai/pan-offres-reduit',
          label: "en procédure avec négociation, entre l'envoi de l'invitation et la réception des offres initiales",
        },
      ];
    case 'partenariat-innovation':
      // It follows the procedure with negotiation from the European thresholds on, and its time cannot be reduced.
      return piece.ask(procedure).evidence.some(({ name }) => name === 'mapa')
        ? []
        : [
            {
              from: debut,
              to: limitesCandidatures,
              full: 'delai/pan-candidatures',
              short: undefined,
              label: "en partenariat d'innovation, entre l'envoi de l'avis et la réception des candidatures",
            },
          ];
    case 'dialogue-competitif':
      return [
        {
          from: debut,
          to: limitesCandidatures,
          full: 'delai/dialogue-candidatures',
          short: undefined,
          label: "en dialogue compétitif, entre l'envoi de l'avis et la réception des candidatures",
        },
      ];
    default:
      return [];
  }
}

const day = (iso: string) => iso.split('-').reverse().join('/');

const leastOf = (piece: Piece, { full, short }: Pick<Delai, 'full' | 'short'>): Threshold | undefined =>
  threshold(short && isShortened(piece) ? short : full, piece.date);

/** The first place of each day. */
function firstOfEach(dates: readonly OffresDate[]): (OffresDate & { readonly iso: string })[] {
  const known = dates.filter((d): d is OffresDate & { readonly iso: string } => Boolean(d.iso));
  return known.filter((d, i) => known.findIndex((other) => other.iso === d.iso) === i);
}

export default defineRule({
  id: 'offres/delai-minimal',
  title: 'Délai de remise trop court',
  level: 'error',
  pieces: ['rc'],
  why: `En procédure formalisée, le code fixe le temps minimal laissé aux entreprises. Plus court, il écarte les petites entreprises et celles qui ont
une solution à mettre au point, et il suffit à faire annuler la procédure.`,
  sources: [
    ccp('R2161-2'),
    ccp('R2161-3'),
    ccp('R2161-6'),
    ccp('R2161-8'),
    ccp('R2161-12'),
    ccp('R2161-15'),
    ccp('R2161-25'),
    ccp('R2172-26'),
    ccp('R2172-28'),
  ],
  messages: {
    court:
      'Cette date limite ne laisse que {jours} jours depuis le {debut}, au lieu de {minimum}.\nL’article {article} en demande {minimum} au moins {cas}. Reporter la date limite.',
  },
  silencedBy: [{ rule: 'redaction/date-passee', where: 'place' }],
  examples: {
    bad: [
      // What is bought is urgent, and not the procedure.
      "Le marché est passé par appel d'offres ouvert. L'avis est envoyé le 3 mars 2027. Remise des offres : ⟦22 mars 2027⟧.\n\n- Organisation des dépannages : délai, urgence, stock.",
      "- Procédure : appel d'offres ouvert\n- Envoi de l'avis : 3 mars 2027\n- Date limite : ⟦22 mars 2027 à 12 h⟧",
      "Le marché est passé par appel d'offres ouvert. L'avis est envoyé le 3 mars 2027.\n\n## Date limite\n\nLe ⟦22 mars 2027 à midi⟧.",
      "Le marché est passé par appel d'offres ouvert. L'avis est envoyé le 3 mars 2027.\n\n## 6. Clôture\n\nElle est fixée au ⟦22 mars 2027 à 12 h⟧, l'heure de Paris faisant foi.",
      "Le marché est passé par appel d'offres ouvert. La ville lance le 3 mars 2027 la consultation. Le ⟦22 mars 2027 à 12 h⟧, la plateforme se ferme.",
      "Dialogue compétitif. Envoi de l'avis : 4 janvier 2027. Les candidatures sont closes le ⟦18 janvier 2027⟧.",
      "Le marché est passé par appel d'offres ouvert. Envoi de l'avis : 3 mars 2027. Absence d'avis de préinformation. Remise des offres : ⟦22 mars 2027⟧.",
      "Appel d'offres restreint.\n\n| Étape | Échéance |\n|---|---|\n| Transmission de l'avis d'appel à la concurrence à l'OPUE | 1er décembre 2026 |\n| Réception des candidatures | ⟦18 décembre 2026⟧ |",
      "Le contrat est un partenariat d'innovation.\n\n| Étape | Date |\n|---|---|\n| Envoi de l'avis au JOUE | 1er décembre 2026 |\n| Remise des candidatures | ⟦22 décembre 2026, 12 h 00⟧ |",
      "Le marché est passé par appel d'offres ouvert.\n\n| Jour | Étape |\n|---|---|\n| 3 mars 2027 | envoi de l'avis |\n| ⟦22 mars 2027 à 12 h⟧ | remise des offres |",
      "Le marché est passé par appel d'offres ouvert. L'avis a été envoyé à la publication le 3 mars 2027. Date limite de réception des offres : ⟦vendredi 19 mars 2027 à 12 heures⟧.",
      "# Règlement\n\n| Rubrique | Indication |\n| --- | --- |\n| Procédure | Appel d'offres ouvert |\n| Date d'envoi de l'avis | 1er février 2027 |\n| Remise des plis | ⟦22/02/2027 à 16h00⟧ |\n",
      "La présente procédure avec négociation est régie par l'article R. 2161-12. L'avis de marché a été adressé au JOUE le 1er février 2027. Les candidatures sont déposées sur le profil d'acheteur avant le ⟦19 février 2027 à 12 heures⟧.",
      "Le marché est passé par appel d'offres restreint. L'invitation à soumissionner est envoyée le 3 mai 2027 ; les offres sont remises au plus tard le ⟦17 mai 2027⟧.",
      "La consultation prend la forme d'un dialogue compétitif. Lancement de la consultation : 4 janvier 2027. Date limite de réception des candidatures : ⟦18 janvier 2027⟧.",
      "Le marché est passé par appel d'offres ouvert. La consultation est lancée le 1er mars 2027. L'urgence ne permet pas de réduire le délai. Les candidats ont jusqu'au ⟦12 mars 2027 à 17 h⟧ pour déposer leur offre.",
      "Le marché est passé par appel d'offres ouvert.\n\n| Étape | Jour |\n|---|---|\n| Envoi de l'avis | 3 mars 2027 |\n| Remise des offres | ⟦22 mars 2027 à 12 h⟧, sur le profil d'acheteur |",
    ],
    good: [
      "Le marché est passé par appel d'offres ouvert. L'avis est envoyé le 3 mars 2027. L'urgence, causée par une panne, réduit le délai de réception. Remise des offres : 22 mars 2027.",
      "Le marché est passé par appel d'offres ouvert. L'avis est envoyé le 3 mars 2027.\n\n## Visites\n\n- Date limite : 15 mars 2027",
      "Le marché est passé par appel d'offres ouvert. L'avis est envoyé le 3 mars 2027.\n\n## 6. Clôture des questions\n\nElle est fixée au 15 mars 2027.",
      "Le marché est passé par appel d'offres ouvert. Envoi de l'avis : 3 mars 2027. Le 10 mars 2027, la plateforme est fermée pour maintenance. Date limite de réception des offres : 9 avril 2027.",
      'Dialogue compétitif.\n\nEnvoi de l’avis : 4 décembre 2026. Date limite de réception des candidatures : 22 janvier 2027.\n\nL’étude est téléchargeable dès le 4 décembre 2026, soit sept semaines avant la date limite de réception des candidatures.',
      "Le marché est passé par appel d'offres ouvert.\n\n| Échéance | Date |\n|---|---|\n| Envoi de l'avis à la publication | 7 décembre 2026 |\n| Dernière question | 22 décembre 2026 |\n| Dernière réponse | 28 décembre 2026 |\n| Remise des offres | 11 janvier 2027 à 12 h 00 |",
      "Le marché est passé par appel d'offres ouvert. Envoi de l'avis : 3 mars 2027. Urgence dûment motivée. Remise des offres : 22 mars 2027.",
      "Appel d'offres restreint.\n\n| Étape | Échéance |\n|---|---|\n| Transmission de l'avis du service technique | 1er décembre 2026 |\n| Réception des candidatures | 18 décembre 2026 |",
      "Le contrat est un partenariat d'innovation.\n\n| Étape | Date |\n|---|---|\n| Envoi de l'avis au JOUE | 1er décembre 2026 |\n| Remise des candidatures | 5 janvier 2027, 12 h 00 |",
      "Le contrat est un partenariat d'innovation, passé selon une procédure adaptée.\n\n| Étape | Date |\n|---|---|\n| Envoi de l'avis au BOAMP | 1er décembre 2026 |\n| Remise des candidatures | 22 décembre 2026, 12 h 00 |",
      "Le marché est passé par appel d'offres ouvert.\n\n| Jour | Étape |\n|---|---|\n| 3 mars 2027 | envoi de l'avis |\n| 22 mars 2027 à 12 h | fin des visites |",
      "Le marché est passé par appel d'offres ouvert.\n\n| Étape | Jour |\n|---|---|\n| Envoi de l'avis | 3 mars 2027 |\n| Séance d'ouverture des plis | 22 mars 2027, en ligne |",
      "Le marché est passé par appel d'offres ouvert. L'avis a été envoyé à la publication le 3 mars 2027. Date limite de réception des offres : 2 avril 2027 à 12 heures.",
      "Le marché est passé par appel d'offres ouvert. L'avis a été envoyé le 3 mars 2027 ; un avis de préinformation l'avait précédé. Date limite de réception des offres : 22 mars 2027.",
      "Le marché est passé selon une procédure adaptée. L'avis a été envoyé le 3 mars 2027. Date limite de réception des offres : 12 mars 2027.",
      "Le marché est passé par appel d'offres ouvert. Date limite de réception des offres : 19 mars 2027.",
      "Le marché est passé par appel d'offres ouvert. L'avis a été envoyé le 3 mars 2027. Les questions sont posées avant le 12 mars 2027. La visite a lieu le 10 mars 2027. Date limite de remise des offres : 9 avril 2027.",
      "Le marché est passé par appel d'offres ouvert. L'avis a été publié le 3 mars 2027. Date limite de réception des offres : 30 mars 2027.",
      "Le marché est passé selon une procédure avec négociation. L'avis a été envoyé le 1er février 2027. Date limite de remise des offres finales : 15 février 2027.",
    ],
    limits: [
      "Le marché est passé par appel d'offres ouvert. L'avis a été envoyé le 3 mars. Les offres sont reçues jusqu'au 19 mars 2027.",
    ],
  },
  *check(piece) {
    for (const { from, to, label, ...days } of delaysOf(piece)) {
      const row = leastOf(piece, days);
      if (!from?.iso || !row) continue;
      const lag = from.kind === 'publication' ? PUBLICATION_LAG : 0;
      for (const { iso, at } of firstOfEach(to)) {
        const jours = daysBetween(from.iso, iso);
        // A deadline before the notice is another fault: one of the two days is wrong.
        if (jours < 0 || jours + lag >= row.value) continue;
        yield {
          at,
          message: 'court',
          data: { jours, debut: day(from.iso), minimum: row.value, article: row.article, cas: label },
          rests: [row],
          related: [{ piece, at: from.at, message: 'Le délai court de cette date' }],
        };
      }
    }
  },
});
