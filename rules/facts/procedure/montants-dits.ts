import type { Sentence } from '../../kit/draft.ts';
import { fr } from '../../kit/french/pattern.ts';
import { isOfPastContract } from '../commun/index.ts';

const ABOUT = '(?: (?:environ|a peu pres|quelque|pres de|au plus|en tout|au total|ht|hors taxes))?';
/** « nous prévoyons », « la ville compte dépenser », « la fourniture nous coûtera », just before a sum. */
export const SPENDS = new RegExp(
  `(?<![a-z])(?:(?:prevo(?:it|yons|ient)|consacr(?:e|ons|ent|era|erons|eront)|(?:estim|evalu|chiffr|budget)ons|(?:compt|pens|envisag|souhait)(?:e|ons|ent) (?:y )?(?:depenser|consacrer|mettre|engager|investir)|disposons d(?:e|')|(?:a|avons|ont) (?:reserve|inscrit|prevu|budgete)|inscri(?:t|vons)|(?:depens|engag)era(?:i|s|ons|ont)?|(?:nous |lui |y )?(?:cout(?:e|ent|era|eront)|(?:revien(?:t|nent)|reviendr(?:a|ont)) a))(?: y| pour cela| a cet achat)?|(?:depenses?|besoins?|achats?|marche|contrat|accord-cadre|enveloppe|ensemble|tout|budget(?! (?:[a-z]+ )?(?:de la|de l'|du|des) (?!marche|contrat|achat|projet|operation|besoin|accord|consultation|prestation)))[^.;:]{0,80} (?:est de|sera de|est fixee? a|s'eleve(?:ra)? a|se monte a|atteint|atteindra|avoisine|vaut|vaudra|represente(?:ra)?))${ABOUT} ?$`,
);

const SUM = 'budgets?|montants?|valeurs?|enveloppes?|couts?|depenses?|estimations?';
const OF_WHAT =
  "(?:[^a-z]+(?:du|de la|de l'|de cet?|des|en|k|euros?|de notre|prevue?s?|attendue?s?|estimee?s?|totale?|globale?|ht|hors taxes?|financiere|maximale?|marche|contrat|achat|besoin|prestations?|operation|projet|accord-cadre|consultation))*";
/** « 3. Budget », « Combien », « Objet et montant du marché »: a title under which a sum is that of the contract. */
const SUM_TITLE = new RegExp(
  `^[^a-z]*(?:(?:la |le |l'|notre )?(?:durees?|objet|forme|etendue)(?:,| et) )?(?:(?:le|la|les|notre|nos) )?(?:${SUM}|combien)(?: et (?:la )?(?:durees?|prix|calendrier))?${OF_WHAT}[^a-z]*$`,
);
/** « Budget : », « Montant total HT »: the label of a line or of a row. */
const SUM_LABEL = new RegExp(`^[^a-z]*(?:(?:le|la|notre) )?(?:${SUM}|prix)${OF_WHAT}[^a-z]*$`);

export const isSumTitle = (folded: string): boolean => SUM_TITLE.test(folded);
export const isSumLabel = (folded: string): boolean => SUM_LABEL.test(folded);

const ELSEWHERE = fr`(?:marché|consultation|appel d'offres|procédure|contrat|accord-cadre|concours)s? (?:distincte?|séparée?|à part|propre)s?|à part|ne relèv[a-z]* (?:pas|point)|n'entr[a-z]* (?:pas|point)|hors (?:de la |de cette |du présent )?(?:consultation|marché)|confiée?s? (?:à|par)|par ailleurs|autres? (?:marché|opération|consultation|contrat)s?|(?:l'an|l'année|l'exercice) (?:dernier|dernière|passée?|précédente?)|(?:a|ont|avait|avaient|avions) (?:déjà )?(?:coûté|dépensé|payé|reçu|perçu|touché|versé)|titulaires?|candidats?|soumissionnaires?|habitants?|votre entreprise`;
/** « Elle est inférieure au seuil, fixé à 140 000 € HT », under « Valeur estimée ». */
export const COMPARED = fr`seuils?|inférieure?s?|supérieure?s?`;
/** Spent before, by others, or for something else: no sum of this contract. */
export const isSpentElsewhere = (s: Sentence): boolean => s.has(ELSEWHERE) || isOfPastContract(s);

/** « Estimée à 62 000 € : 50 000 € pour la tranche ferme, 12 000 € pour l'autre »: the first is the whole of the others. */
export const areWholeAndParts = ([whole, ...parts]: readonly number[]): boolean =>
  parts.length > 1 && parts.reduce((sum, part) => sum + part, 0) === whole;
