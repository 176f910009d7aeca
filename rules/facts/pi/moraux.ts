import type { Sentence } from '../../kit/draft.ts';
import { fr } from '../../kit/french/pattern.ts';
import { defineFact } from '../../kit/piece.ts';
import { type Said, whole, withHeard } from '../commun/index.ts';
import { matieres } from './matieres.ts';
import type { Matter } from './matieres-lues.ts';
import { isWarranted, sparesWork, speaksOfMoral } from './moral.ts';

/** « ☐ accepte l'avance ☐ y renonce »: what is renounced is money, or a box that names no right of an author. */
const isOfMoney = (sentence: Sentence): boolean =>
  (sentence.has(MONEY) || /[☐☑☒□]/.test(sentence.folded)) && !speaksOfMoral(sentence) && !sentence.has(OF_A_WORK);
const MONEY = fr`renonc[a-z]* (?:à|au|aux) (?:l'|la |une? |toute |cette |son |sa )?(?:avances?|indemnités?|intérêts? moratoires?|retenue de garantie)|avances?(?: [a-z0-9',%-]+){0,12} y renonc[a-z]*`;
const OF_A_WORK = fr`(?:oeuvre|création|auteur|nom|signature)s?`;

/** « la divulgation non autorisée de données »: what is kept secret, and no right of an author. */
const isOfSecrets = (sentence: Sentence): boolean =>
  sentence.has(SECRETS) && !speaksOfMoral(sentence) && !sentence.has(OF_A_WORK);
const SECRETS = fr`informations?|données|documents?|confidentiel[a-z]*|confidentialité|secrets?`;

/** « Fiche : photographies, date, signatures »: what a paper holds, with no right, no author and nothing given. */
const isInventory = (sentence: Sentence): boolean =>
  KEYED.test(sentence.folded) && !speaksOfMoral(sentence) && !sentence.has(OF_RIGHTS);
const KEYED = /^[^a-z]*[a-z' -]{2,40} ?: [^.;:]*[.;]? *$/;
const OF_RIGHTS = fr`droits?|mora(?:l|le|les|ux)|auteurs?|oeuvres?|créat[a-z]+|cess[a-z]+|c[eè]d[a-zé]*|renon[a-zç]+|abandon[a-zé]*|transf[a-zéè]+|libre[a-z]*|noms?|non|oui|sans|aucune?|accept[a-zé]*|permi[a-z]*|autoris[a-zé]*`;

/** Where moral rights are assigned, waived or kept from being used; empty when nowhere. */
export const droitsMoraux = defineFact<readonly Said[]>({
  id: 'droits-moraux',
  title: 'Droits moraux cédés ou abandonnés',
  read(piece) {
    const saying = (wanted: Matter) =>
      piece
        .ask(matieres)
        .filter(({ matter }) => matter === wanted)
        .map(({ sentence }) => sentence);
    // Where they are recalled as what cannot be given up, that prevails over what is heard.
    const recalled = new Set(saying('moral-rappele'));
    const given = saying('moral-abandonne').map((sentence) => whole(sentence, undefined));
    return withHeard(piece, 'pi/droits-moraux-abandonnes', given, (sentence, doubt) =>
      recalled.has(sentence) ||
      sparesWork(sentence) ||
      isOfMoney(sentence) ||
      isOfSecrets(sentence) ||
      isInventory(sentence) ||
      isWarranted(sentence.folded)
        ? undefined
        : whole(sentence, doubt),
    );
  },
  show: (said) => (said.length > 0 ? said.map(({ sentence }) => sentence.text) : undefined),
});
