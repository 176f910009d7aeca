import { transmission } from '../facts/offres/index.ts';
import { remove, replace } from '../kit/fix.ts';
import { defineRule } from '../kit/rule.ts';
import { ccp } from '../kit/source.ts';

const RULE = "Les offres reçues après la date et l'heure limites sont éliminées.";

export default defineRule({
  id: 'offres/hors-delai',
  title: 'Offres tardives acceptées',
  level: 'error',
  pieces: ['rc'],
  why: `Une offre reçue après la date limite est éliminée, sans que l'acheteur puisse en décider autrement : en admettre une favorise son auteur et suffit à
faire annuler la procédure. La seule souplesse est de reporter la date limite pour tous, avant qu'elle ne soit passée.`,
  sources: [ccp('R2151-5'), ccp('L3')],
  messages: {
    admises:
      'Ce passage laisse admettre une offre reçue après la date limite.\nLes offres hors délai sont éliminées (article R2151-5), quels que soient le retard et sa cause : supprimer cette tolérance.',
  },
  examples: {
    bad: [
      {
        text: 'L’offre technique est remise sur la plateforme. ⟦Elle est examinée, même parvenue après l’heure limite.⟧',
        fixed: 'L’offre technique est remise sur la plateforme.',
      },
      {
        text: '⟦Le pli qu’une ligne lente n’aurait permis d’achever que dans l’heure suivante est tenu pour valablement remis.⟧',
        fixed: { gains: 'sont éliminées' },
      },
      {
        text: '⟦Le dépôt qui ne se terminerait que dans le quart d’heure suivant n’en serait pas moins ouvert.⟧',
        fixed: { gains: 'sont éliminées' },
      },
      {
        text: '⟦Le pli commencé avant midi et parvenu en entier seulement ensuite est également ouvert.⟧',
        fixed: { gains: 'sont éliminées' },
      },
      {
        text: '⟦Le pli dont le chargement, commencé avant midi, ne s’achève que dans l’heure suivante est ouvert avec les autres.⟧',
        fixed: { gains: 'Les offres reçues après la date et l’heure limites sont éliminées.' },
      },
      {
        text: 'Le pli tardif est éliminé. ⟦Lorsqu’un téléversement engagé avant 16 h s’achève plus tard, le pli est tenu pour arrivé à temps.⟧',
        fixed: 'Le pli tardif est éliminé.',
      },
      {
        text: '⟦Un dépôt dont le téléversement s’achève après l’heure limite est conservé et examiné, pourvu qu’il ait commencé avant.⟧',
        fixed: { gains: 'sont éliminées' },
      },
      {
        text: "⟦Le pli dont l'envoi a débuté avant l'échéance mais ne s'achève qu'après celle-ci, pourvu que le retard n'excède pas trente minutes, est regardé comme parvenu dans le délai.⟧",
        fixed: RULE,
      },
      {
        text: "⟦Une offre dont le chargement se termine après l'heure limite, s'il était en cours à ce moment, est considérée comme reçue à temps.⟧",
        fixed: RULE,
      },
      {
        text: 'Les plis sont déposés en ligne. ⟦Une tolérance d’une heure est accordée aux dépôts tardifs.⟧\n\nLes lots sont jugés séparément.',
        fixed: 'Les plis sont déposés en ligne.\n\nLes lots sont jugés séparément.',
      },
      {
        text: "Les plis sont déposés sur le profil d'acheteur. ⟦Un pli parvenu dans l'heure qui suit pourra néanmoins être ouvert.⟧",
        fixed: "Les plis sont déposés sur le profil d'acheteur.",
      },
      {
        text: "Les plis sont déposés sur le profil d'acheteur. ⟦Les offres reçues hors délai pourront être acceptées si le retard est minime.⟧",
        fixed: "Les plis sont déposés sur le profil d'acheteur.",
      },
      {
        text: '⟦Une tolérance de trente minutes est accordée aux dépôts tardifs.⟧',
        fixed: RULE,
      },
      {
        text: "Les offres sont transmises avant midi. ⟦Un pli parvenu après l'échéance pourra néanmoins être ouvert et analysé.⟧",
        fixed: 'Les offres sont transmises avant midi.',
      },
      {
        text: '⟦Les offres tardives ne seront pas systématiquement éliminées.⟧',
        fixed: RULE,
      },
      {
        text: "⟦Les plis arrivés après l'heure limite sont éliminés, sauf si la commission décide de les examiner.⟧",
        fixed: RULE,
      },
      {
        text: "Les offres hors délai sont éliminées. ⟦L'acheteur peut toutefois décider de les admettre.⟧",
        fixed: 'Les offres hors délai sont éliminées.',
      },
      {
        text: '⟦Les candidatures sont envoyées en recommandé, le cachet de la poste faisant foi.⟧',
        fixed: RULE,
      },
      {
        text: '| Dépôt | Règle |\n| --- | --- |\n| Offre | ⟦Un dépôt achevé dans les quinze minutes suivant l’heure limite est recevable.⟧ |\n',
        fixed: { gains: 'Les offres reçues après la date et l’heure limites sont éliminées.' },
      },
      {
        text: "La plateforme horodate les dépôts. ⟦Lorsque l'heure est dépassée de moins de trente minutes, nous ouvrons quand même le pli si le candidat explique son retard par écrit.⟧",
        fixed: 'La plateforme horodate les dépôts.',
      },
      {
        text: '⟦Une offre reçue après 16 h est néanmoins ouverte quand une panne de la connexion du candidat explique son retard.⟧',
        fixed: RULE,
      },
      {
        text: "Les offres sont déposées sur le profil d'acheteur. ⟦Le chargement terminé dans l'heure suivant l'échéance est considéré comme fait à temps s'il a commencé avant.⟧",
        fixed: "Les offres sont déposées sur le profil d'acheteur.",
      },
      {
        text: "⟦Un pli déposé après l'heure limite est réputé parvenu dans les délais lorsque le retard n'excède pas une heure.⟧",
        fixed: RULE,
      },
      {
        text: "⟦Si l'heure limite est dépassée de quelques minutes seulement, l'offre est tout de même analysée.⟧",
        fixed: RULE,
      },
    ],
    good: [
      '## Remise des plis\n\nUn pli arrivé après l’échéance n’est pas ouvert. En cas d’envois successifs, le dernier arrivé à temps est seul pris en considération.',
      'Un délai de réception des offres de trente-neuf jours a été retenu, au lieu des vingt et un que la caisse laisse à l’ordinaire.\n',

      // The copy, which the sentence before names.
      'La copie de sauvegarde, facultative, parvient au syndicat avant midi. Elle n’est ouverte que si le dépôt électronique est illisible, ou, commencé à temps, achevé après l’heure limite.',
      '6. REMISE DES PLIS\n\nLes plis restent valables cent jours après la date limite.',
      '## Gestion des plis tardifs\n\nLes dépôts sont horodatés ; tout pli qui arriverait au-delà de l’heure limite sera considéré comme hors délai.',
      '## Dépôt\n\nUn pli arrivé après l’heure limite est rejeté sans être ouvert, même de quelques minutes. Si l’agence dépose deux fois, c’est le second dépôt arrivé à temps qui compte.',
      'Le pli dont l’envoi ne s’achève qu’après midi n’est pas ouvert, quand bien même il aurait commencé avant.',
      'Les plis sont attendus le 12 janvier 2027 à midi. Ils sont ouverts dans l’heure suivant la clôture.',
      'Un retard, même d’une minute, fait obstacle à l’ouverture du pli.',
      'L’offre de base n’en est pas moins examinée si la variante est rejetée.',
      'L’absence de l’une de ces rubriques n’entraîne pas l’élimination de l’offre ; elle est prise en compte dans la notation.',
      'Une copie de sauvegarde peut arriver par la poste avant l’heure limite.',
      '| Cas | Suite |\n|---|---|\n| Pli arrivé après l’heure | non ouvert, éliminé |',
      'Après négociation, dernière offre dans le délai indiqué. Dernière offre arrivée trop tard : on garde la précédente.',
      'Une copie de sauvegarde est ouverte lorsque le dépôt électronique s’achève après l’heure limite, pourvu qu’il ait commencé avant.',
      'Un dépôt qui s’achève après l’heure limite n’est pas examiné, même s’il a commencé avant.',
      "Le pli dont l'envoi ne s'achève qu'après l'échéance, même s'il a débuté avant, n'est pas regardé comme parvenu dans le délai.",
      "Le pli dont l'envoi s'achève après l'heure limite est regardé comme tardif et éliminé.",
      'Les offres reçues hors délai sont éliminées. Elles ne sont pas ouvertes.',
      "Aucune tolérance n'est admise pour les dépôts tardifs.",
      "Les offres parvenues après l'échéance ne seront ni ouvertes ni examinées.",
      'Aucune offre remise après la date limite ne sera acceptée.',
      'Les offres sont ouvertes après la date limite de réception des offres.',
      "La copie de sauvegarde est ouverte lorsque l'offre électronique a été reçue hors délai, pourvu que son envoi ait commencé avant l'échéance.",
      "Un pli arrivé après 11 h est malgré tout ouvert lorsqu'un incident de connexion à la plateforme est constaté.",
      'Les plis reçus après 16 h sont ouverts le lendemain.',
      '- ☒ pli hors délai éliminé\n- ☐ pli hors délai accepté en cas de panne du candidat\n',
      "La copie de sauvegarde parvenue à l'heure, l'offre achevée après l'échéance est réputée reçue à temps si son envoi a commencé avant.",
      "Un dépôt achevé après l'heure limite n'est pas réputé fait à temps, même s'il a commencé avant.",
      'Les plis reçus hors délai sont écartés ; les autres sont examinés par la commission.',
      'Les questions reçues après cette date pourront être examinées si le calendrier le permet.',
      "Toute offre remise après l'heure limite est considérée comme tardive et éliminée.",
      "Lorsque l'heure limite est dépassée, la commission ouvre les plis.",
      "Si l'heure prévue pour l'ouverture est dépassée de quelques minutes, les plis sont ouverts quand même.",
      "Lorsque l'heure est dépassée de moins de trente minutes à cause d'une panne de la plateforme, le pli est ouvert.",
    ],
    limits: ["L'heure limite s'entend avec souplesse."],
  },
  *check(piece) {
    for (const { at, sentence, doubt } of piece.ask(transmission).tardives) {
      const alone = sentence.passage.sentences.length === 1;
      yield {
        at,
        message: 'admises',
        doubt,
        fixes: [
          alone
            ? replace(piece, at, RULE, 'Écrire que les offres hors délai sont éliminées')
            : remove(piece, at, 'Supprimer cette tolérance'),
        ],
      };
    }
  },
});
