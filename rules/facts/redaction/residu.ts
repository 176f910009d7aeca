import type { Sentence } from '../../kit/draft.ts';
import { fr } from '../../kit/french/pattern.ts';
import type { Piece } from '../../kit/piece.ts';
import { has } from '../../kit/text.ts';
import type { Heard } from '../../reading/hear.ts';
import { announcing, isOpenChoice, isUnderPersonalData, saying } from '../commun/index.ts';

/** Words under which a text speaks to nobody: labels, and values in cells. */
const LEAST = { text: 4, cell: 8 };

/** What only an assistant writes of itself, or a page of a conversation. */
const SAID = fr`en tant (?:que (?:modèle de langage|ia|chatbot)|qu'(?:assistant (?:ia|virtuel|conversationnel|d'écriture)|ia|intelligence artificielle))|n'hésitez pas à (?:me |m'|revenir vers moi)|^ ?(?:bien (?:sûr|entendu)|certainement|absolument|volontiers|d'accord|entendu|parfait|avec plaisir|très bien) ?[,!.:]? ?(?:voici|voilà|ci-dessous) (?:une?|la|le|les|des|votre|mon|ma)|(?:chatgpt|copilot|claude|gemini|le chat) a dit ?:`;
const CONCEPT = 'redaction/reste-d-assistant';
const I = fr`je|j'ai|moi`;
const YOU = fr`vous|votre|vos`;
const HERE_IS = fr`^[^a-z]*(?:voici|voilà|ci-dessous)`;

/** Of who writes, of the text that is written, or of the page it was copied from: what is left of an assistant speaks of one of them. */
const OF_WRITING = fr`je|j'[a-z]+|m'[a-z]+|moi|me|mon|ma|mes|tu|te|toi|t'[a-z]+|ton|ta|tes|i|ia|ai|option (?:\d|[a-c])|(?:excellente|bonne|très bonne) (?:question|idée|remarque)|réponse a (?:été|dépassé|atteint)|(?:tapez|saisissez|écrivez) [^.;]{0,3}(?:continu|suite)[a-z]*|markdown|chatbots?|chatgpt|copilot|claude|gemini|mistral|voici|en voici|oaicite|regenerate|language model|a réfléchi|(?:version|variante|reformul|rédig|rédaction|ré-?écri|récri|paragraphe|alinéa|texte|clause|passage|propos|modèle|assistant|intelligence artificielle|copi|coll|partag|brouillon|formul|tournure|style|remarque|ndlr|conseil|vérifi|relu|relire|relecture|adapt|ajust|corrig|correction|exempl|souhait|voulez|préfér|crochet|supprim|effac|retir|publi|soins)[a-z]*`;
/** « les mentions du genre "N'hésitez pas à me demander" »: the draft speaks of what an assistant leaves. */
const CITES = /(?:mentions?|formules?|phrases?|mots?|genre|type|expressions?|style)(?: [a-z',]+){0,3} ["«“]/;
/** « il ôte les formules que l'outil y laisse, telles que "…" »: the same from further off, where nobody speaks to anybody. */
const LEFT_BY_TOOL =
  /(?:mentions?|formules?|phrases?|tournures?|expressions?|traces?|restes?|politesses?)(?: [a-z',]+){0,10} (?:tel(?:le)?s? que|comme|du (?:genre|type)|par exemple|ainsi) ?:? ?["«“]/;
const isTold = ({ folded }: Sentence): boolean =>
  LEFT_BY_TOOL.test(folded) && ![I, YOU, HERE_IS].some((who) => has(folded.replace(QUOTED, ' '), who));
/** « L'assistant commence par : "Bonjour, que puis-je faire pour vous ?" »: what a machine that is bought says, and nobody else speaks. */
const SPOKEN =
  /\b(?:commence|finit|termine|repond|dit|affiche|salue|accueille|annonce|demande|indique|conclut|message|ecran)(?:nt)?(?: [a-z']+){0,5} ?: ?["«“]/;
const isSpoken = ({ folded }: Sentence): boolean =>
  SPOKEN.test(folded) && ![I, YOU, HERE_IS].some((who) => has(folded.replace(QUOTED, ' '), who));
/** « Finalité : supprimer les voix captées », in a clause on personal data: the data are erased, and nobody is spoken to. */
const isOfData = (sentence: Sentence): boolean =>
  isUnderPersonalData(sentence) && ![I, YOU, HERE_IS].some((who) => sentence.has(who));
const SIGN = /[[【{]|```/;
const QUOTED = /"[^"]*"/g;
/** « On ne veut pas lire « en tant que modèle, je… » sous une signature »: all that an assistant would say stands in quotes, and words stand around. */
const isQuoted = ({ folded }: Sentence): boolean => {
  const around = folded.replace(QUOTED, ' ');
  return around !== folded && /[a-z]{2}[^.]*[a-z]{2} [a-z]/.test(around) && !has(around, OF_WRITING);
};

/** The sentences that hold what only an assistant writes. In quotation marks, they are what a machine is to say. */
export const surelyOfAssistant = ({ draft }: Piece): readonly Sentence[] =>
  draft.sentencesWith(SAID).filter(({ text }) => !/[«“"]/.test(text));

/** What is heard of an assistant and long enough to be said to somebody, announcements included; in order of hearing. */
export const heardOfAssistant = (piece: Piece): readonly Heard[] =>
  [...saying(piece, CONCEPT), ...announcing(piece, CONCEPT, HERE_IS)].filter(({ sentence, surety }) => {
    if (
      (!sentence.has(OF_WRITING) && !SIGN.test(sentence.text)) ||
      CITES.test(sentence.folded) ||
      isQuoted(sentence) ||
      isOpenChoice(sentence) ||
      isTold(sentence) ||
      isOfData(sentence) ||
      isSpoken(sentence)
    )
      return false;
    // So rare in drafts that what is but probable is mostly something else, unless one speaks to another there.
    if (surety !== 'sure' && !(sentence.has(I) && sentence.has(YOU))) return false;
    return (sentence.text.match(/\p{L}+/gu)?.length ?? 0) >= LEAST[sentence.passage.cell ? 'cell' : 'text'];
  });
