import type { Sentence } from '../../kit/draft.ts';
import { fr } from '../../kit/french/pattern.ts';
import type { Phrase } from '../../kit/markdown/prose.ts';
import { defineFact } from '../../kit/piece.ts';
import type { Span } from '../../kit/span.ts';

/** A word of a contract used for the grant. */
export interface MotDeMarche {
  readonly at: Span;
  /** As written. */
  readonly word: string;
  /** The grant's word that can stand in its place with no other change; undefined when the sentence must be rewritten. */
  readonly instead: string | undefined;
}

export interface PhraseDeMarche {
  readonly sentence: Sentence;
  readonly words: readonly MotDeMarche[];
}

type Term = readonly [pattern: RegExp, instead: (text: string) => string | undefined];

const plural = (text: string, one: string, many: string) => (/s$/.test(text) ? many : one);

/** Patterns tell the contract's use from everyday ones: « titulaire d'un agrément », « offre de transport », « marché du travail ». */
const TERMS: readonly Term[] = [
  [fr`soumissionnaires?`, (t) => plural(t, 'porteur de projet', 'porteurs de projet')],
  [fr`actes? d'engagement`, (t) => plural(t.split(' ')[0] ?? t, 'projet de convention', 'projets de convention')],
  [
    fr`(?<=(?:le|les|du|au|aux|des|chaque|par le) )titulaires?(?! (?:d[eu]s?|d'[a-z]+))|titulaires? (?:du|de la|de ce|du présent) (?:marché|convention|subvention)`,
    (t) => (/ /.test(t) ? undefined : plural(t, 'bénéficiaire', 'bénéficiaires')),
  ],
  [
    fr`(?<=(?:leurs?|son|ses|votre|vos) )offres?(?! (?:de |d'|médicale|culturelle|sociale|éducative|existante|touristique|locale|actuelle|alimentaire|sportive|numérique|pédagogique|territoriale|commerciale))`,
    (t) => plural(t, 'dossier', 'dossiers'),
  ],
  [
    fr`(?:classe|note|juge|examine|analyse|compare|écarte|rejette|retient)(?:nt|r|ra|ront)? (?:les|l'|chaque|ces|toutes les|leurs?) ?offres?(?! (?:de |d'|[a-z]+(?:elle|ale|ive)s?(?: |,|\.)))|(?:remise|réception|ouverture|jugement|analyse|examen|classement|notation|dépôt|sélection|irrégularité|validité) (?:des|d'une|de l'|de leurs?|de son) ?offres?(?! (?:de |d'))|(?:remettre|remet(?:tent|tra|tront)?|déposer|dépose(?:nt|ra|ront)?|présenter|présente(?:nt|ra|ront)?|joindre|joignent|soumettre|soumettent|transmett(?:re|ent)) (?:une|l'|leurs?|son|des|les) ?offres?(?! (?:de |d'|[a-z]+(?:elle|ale|ive)s?(?: |,|\.)))|offres? (?:économiquement|la mieux|irrégulières?|(?:non )?retenues?|remises?|déposées?|reçues?|classées?|notées?|écartées?|rejetées?|examinées?|évincées?|incomplètes?|irrecevables?|inéligibles?|les (?:mieux|moins) (?:classées?|notées?)|anormalement|sont (?:jugées?|classées?|examinées?|analysées?|notées?|reçues?|remises?)|est (?:jugée|classée|retenue|rejetée|remise))`,
    () => undefined,
  ],
  [
    fr`(?:le|ce|du|au|présent|présent marché|un) marché public|(?:présent|présente) marché|(?:titulaire|attributaire|attribution|exécution|notification|signature|durée|montant|objet|résiliation|pièces|conclusion|candidats?|clauses?|prestations?) (?:du|au|d'un|de ce) marché|(?:le|ce) marché (?:est|sera|a pour|porte|prend|débute|comprend|comporte|court|public)|(?:le|ce) marché (?=(?:conclu|passé|attribué|notifié))|marchés? subséquents?|attributaires? du marché`,
    () => undefined,
  ],
  [
    fr`prix (?:(?:plafond|plancher|maximal|maximum|minimal|minimum) (?:par |d'un |du |de chaque |des )projets?|(?:d'un|du|de chaque|des) projets? retenus?|du marché|forfaitaires?|unitaires?|global|globaux|ferme|fermes|révisables?|hors taxes?|ht|ttc|de la (?:prestation|subvention|convention)|des prestations|de l'offre|proposés?|convenus?)|bordereau des prix|(?:le|les|son|leurs?) prix (?:est|sont|sera|seront) (?:[a-z]+ )?(?:fermes?|révisables?|forfaitaires?|fixée?s?|payée?s?|réglée?s?)|(?:moyennant|paie(?:ment)?|règle(?:ment)?|verse(?:ment)?)(?: [a-z]+){0,3} (?:d'un |du |un |le )prix(?! (?:du public|d'honneur|spécial|coup))`,
    () => undefined,
  ],
  [
    fr`prix (?:auquel|pour lequel) (?:vous|ils?|elles?|(?:le|chaque) (?:porteur|bénéficiaire|candidat)|(?:l'|chaque )association)(?: nous| lui)? (?:[a-z]+ )?(?:propos|factur|vend|réalis|offr|exécut|mèn|mene|fourni)[a-z]*|prix (?:de |d'|des? )(?:(?:chacune de )?(?:vos|leurs?|ses|votre|son|sa)|chaque|l') ?(?:[a-z]+ )?(?:actions?|interventions?|séances?|ateliers?|missions?)(?![^.;]*(?:participants?|public|habitants?|usagers?|familles|spectateurs|adhérents))`,
    () => undefined,
  ],
  [
    fr`pouvoir adjudicateur|adjudicataires?|bons? de commande|ordres? de service|c\.?c\.?a\.?p|c\.?c\.?t\.?p|d\.?p\.?g\.?f`,
    () => undefined,
  ],
];

/** The words are denied, or are those of a purchase that the grantee makes. */
const DENIED = fr`n'(?:est|ont|a|emporte|entre|ont)(?: [a-z',-]+){0,6} (?:marché|marchés|soumissionnaires?|titulaires?|prix|offres?|actes? d'engagement|commande publique)|ne (?:constitue|sont|saurait|relève|relèvent|peu|vise|s'agit|donne|forme|comporte|correspond|vaut)[a-z]*(?: [a-z',-]+){0,14} (?:marchés?|commande|soumissionnaires?|offres?|prix|engagement|prestations?)|ni (?:un |de |d'|la |le |à un )?(?:marché|offre|prix|acte d'engagement|soumissionnaire|titulaire)|aucun[e]? (?:marché|offre|prix|acte|bordereau|commande)|sans (?:marché|acte d'engagement|offre)|hors (?:marché|commande)|à la différence d|contrairement|distincte? d'un marché|et non (?:d'|un |de )|non (?:d'un|un) marché|pas (?:d'un|un|de|d'acte)(?: [a-z']+)? ?(?:marché|offre|engagement)`;
const OWN_PURCHASE = fr`marchés? (?:public )?(?:[a-zé',-]+ ){0,7}(?:passé|conclu|attribué|notifié|terminé)(?:e|s|es)? (?:ensuite|avec|en (?:[a-zé]+ )?(?:19|20)\d\d|par (?:ailleurs|une? autre))|titulaires? d'un marché (?:de la|du|des?|avec|d'une) (?!présent|subvention)|(?:bénéficiaire|porteur|porteurs|bénéficiaires|association|structure)s?(?: [a-z',-]+){0,9} (?:passe|conclut|attribue|soumis au code|achète|achats?|fournisseurs?|sous-traitants?|ses marchés)|fournisseurs?|ses (?:propres )?(?:achats|marchés)|leurs (?:propres )?(?:achats|marchés)|devis|marchés? (?:du travail|de l'emploi|immobilier|locatif|hebdomadaire|des producteurs|de noël|local|locaux|couvert|aux)|étude de marché|prix de (?:vente|revient|l'énergie|marché)|prix du (?:public|marché immobilier|jury)|mise sur le marché|part de marché|pour mémoire|un marché public (?:antérieur|distinct|séparé|ultérieur)`;

const read = (
  phrase: Phrase,
): { readonly from: number; readonly to: number; readonly instead: string | undefined }[] => {
  if (phrase.has(DENIED) || phrase.has(OWN_PURCHASE)) return [];
  return TERMS.flatMap(([pattern, instead]) =>
    phrase.findAll(pattern).map(({ from, to, text }) => ({ from, to, instead: instead(text) })),
  ).sort((a, b) => a.from - b.from);
};

/** Sentences of a call for projects that speak of the grant in the words of a contract. */
export const motsDeMarche = defineFact<readonly PhraseDeMarche[]>({
  id: 'appel-a-projets-mots',
  title: 'Vocabulaire de marché dans une subvention',
  read({ draft, kind }) {
    if (kind !== 'appel-a-projets') return [];
    return draft.collect(read).map(({ value, sentence }) => ({
      sentence,
      words: value
        .filter((w, i) => !value.some((o, j) => j < i && o.to > w.from))
        .map(({ from, to, instead }) => {
          const at = sentence.at({ from, to });
          return { at, word: draft.slice(at), instead };
        }),
    }));
  },
  show: (list) => (list.length > 0 ? list.flatMap((p) => p.words.map((w) => w.word)) : undefined),
});
