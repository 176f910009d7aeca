/** Words that a careless writer of SARIF, XML, workflow commands or Markdown would trip on. */
export const NASTY = '<b>x</b> ]]> ::e::x %0A &amp;[l](1){0}|`a`@t';

/** A folder whose path no format takes as it is. */
export const FOLDER = 'Marchés d’été, 50 % à part';

/** The rule that finds the nasty words. */
export const RULE = 'redaction/entete-invalide';

const RC = [
  '---',
  'dce:',
  '  piece: rc',
  `  categorie: "${NASTY}"`,
  '  procdure: mapa',
  '---',
  '',
  '# 🏛️ Règlement de la consultation',
  '',
  '🏛️🧑‍⚖️ Les variantes sont autorisées. Le marché est divisé en deux lots.',
  '',
  '<!-- dce-lint-ignore-next redaction/champ-a-completer : modèle <b>de</b> l’acheteur ]]> ::error:: -->',
  '',
  'Le montant est de [à compléter] euros HT.',
  '',
  'Lot 1 : voirie ; lot 2 : réseaux ; lot 3 : espaces verts.',
  '',
].join('\r\n');

const CCAP = '# CCAP\r\n\r\nLes tranches conditionnelles sont affermies par décision.\r\n';

/** Drafts with Windows line ends, emoji and nasty words; findings with fixes and related places; one suppressed. */
export const ODD: Readonly<Record<string, string>> = {
  [`${FOLDER}/rc.md`]: RC,
  [`${FOLDER}/cahier des clauses administratives.md`]: CCAP,
};
