/** « …, garantie de parfait achèvement comprise pour la tranche ferme », « le temps de l'option étant compté »: what the whole counts in. */
const COUNTED_IN =
  /[,(] ?(?:y compris [^,.;()]*|toutes (?:les )?(?:tranches|phases|etapes|periodes)(?= ?[,.;)]|$)|(?:les |toutes (?:les )?)?(?:phases|tranches|periodes|etapes) [^.;()]*?(?<![a-z])(?<!non )(?:compris|inclus|compte)es(?![a-z])|[^,.;()]*?(?<![a-z])(?<!non )(?:compris|inclus|compte)e?s?(?![a-z])[^,.;()]*)|(?:jusqu'a|a) (?:la fin|l'expiration|l'issue|l'achevement) de (?:la |l'annee de )(?:garantie(?: de parfait achevement)?|(?:derniere )?(?:phase|tranche|etape)(?: [0-9a-z]{1,3}(?![a-z]))?)/g;

/** A folded sentence without what the duration that it gives is said to count in. */
export const withoutCounted = (folded: string): string => folded.replace(COUNTED_IN, ' ');
