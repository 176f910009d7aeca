import type { Sentence } from '../../kit/draft.ts';
import { fr } from '../../kit/french/pattern.ts';
import type { Phrase } from '../../kit/markdown/prose.ts';
import type { Piece } from '../../kit/piece.ts';
import type { Span } from '../../kit/span.ts';
import { answering, isRowLabel } from '../commun/index.ts';
import { inNegociation, NEGO } from './negociation-lieux.ts';

const EQUAL = fr`egalite (?:de traitement|des candidats|entre (?:[a-z]+ ){0,2}(?:candidats|soumissionnaires|participants|concurrents|eux|elles))|(?:a|d')? ?armes egales|(?:pied|conditions) d'egalite|(?:conditions?|traitements?|regles?|modalites|informations?|durees?|delais?|temps) (?:[a-z]+ ){0,2}(?:identiques?|egal(?:e|es|ement)?|uniformes?|equivalente?s?)(?: (?:pour|a) (?:tous|chacun))?|impartial[a-z]*|(?:principes? )?d'egalite|a egalite|(?:en|dans une?) (?:parfaite|stricte|totale|complete|pleine|toute|entiere) egalite|(?:traite|traitent|traites|traitees|traitera) (?:[a-z]+ ){0,3}(?:egal(?:ement|itaire)?|identique[a-z]*|equitable[a-z]*|meme)|de maniere (?:egale|identique|equitable|egalitaire)|(?:les |des |aux |dans les )?memes (?:informations?|renseignements?|reponses?|conditions|questions|chances|delais?|elements|documents|duree)|(?:la |le )?meme (?:duree|information|delai|nombre d(?:e |'))|du meme temps|le meme temps(?! que)|egal traitement|strictement egal[a-z]*|(?:personne|nul|aucune?)(?: d'(?:eux|elles|entre eux|entre elles))? (?:ne |n')[^.;:]{0,40}(?:plus|davantage|moins|mieux)[^.;:]{0,30} qu(?:e |')(?:une? |les? |l')?(?:autre|autres|autrui|concurrente?s?)|balance egale|(?:sont|restent|seront) (?:exactement |strictement |bien )?les memes(?: pour (?:tous|chacun|les))?|(?:une )?seule regle (?:pour|a)|(?:aucune?|nul)(?: [a-z]+){0,3} (?:n'est|ne sera|n'aura|n'a) (?:privilegi|avantag|favoris|preferenc)[a-z]*|sans (?:preference|faveur|privilege)|sans discrimination|non-discrimination|equitable(?:ment)?|discriminatoires?`;
const SECRET = fr`confidenti[a-z]*|(?:aucun|nul|ne|n')[^.;:]{0,40}(?:informe|connaissance|acces)[a-z]* (?:[a-z]+ ){0,3}(?:propositions?|solutions?|offres?|idees?|prix|reponses?)[^.;:]{0,20}(?:d'un autre|des autres|d'autrui|(?:des?|d'un) concurrents?)|secrets? (?:des|d'|de (?:leurs?|ses|sa|son|la|chaque)|en matiere|industriel|commercial)[a-z ]*|non[ -]divulgation|(?:(?:ne|sans|ni|aucun|aucune|rien|jamais) |n')[^.;:]{0,110}(?:revel|divulgu|communiqu|devoil|partag|transm|repet|rapporte|montr)[a-z]*|propriete intellectuelle|(?:dont|de quoi|que|et|,) (?:les autres|l'autre|aucun autre|nul autre|personne d'autre|(?:aucun|nul) concurrent|les concurrents) (?:ne|n'en|n'y) ?(?:[a-z]+ )?(?:sau|sach|sai|appren|appri|connai|verr|voi|lir|entend)[a-z]*|(?:n'est|ne (?:sont|sera|seront)) (?:[a-z]+ )?(?:connue?s?|sue?s?|vue?s?|lue?s?) (?:que )?(?:d'aucun|de nul|par aucun|des autres|par les autres|d'un autre|de (?:lui|elle|son auteur|l'acheteur)|par l'acheteur)|(?:sans|ni|aucune) fuites?|bouche cousue|ne (?:sort|quitt)[a-z]* (?:pas|jamais|point) (?:du|de la|de l'|de nos|de notre|nos|notre|le|la|les)`;
/** What a candidate brings, and may want kept. */
const BROUGHT = fr`solutions?|inventions?|trouvailles?|confidences?|montages?|plans?|prix|chiffres?|modèles?|astuces?|variantes?|procédés?|façons? de faire|méthodes?|imagin[a-zé]+|montr(?:e|ent|é|és)|idees?|propositions?|offres?|savoir-faire|secrets?|confidenti[a-z]+|informations?|contenus?|projets?|pistes?|echanges?|documents?|propriete`;
const THEIRS = fr`solutions?|idees?|propositions?|candidats?|soumissionnaires?|participants?|offres?|concurrents?|echanges?|negociations?|dialogue|discussions?|savoir-faire|autres?|auteurs?|concurrentes?|entreprises?`;
const DUTY = fr`titulaire|sous-traitants?|personnel|prestataire|donnees (?:personnelles|a caractere|de sante)|resultats|cession|cede`;
const TO_EACH = fr`personne|nul|aucune?|candidats?|soumissionnaires?|participants?|chacune?|chaque (?:entreprise|equipe|societe)|(?:les|aux) entreprises|toutes?|tous|egalite|l'un|negociation|dialogue|concurrents?`;

/** « le même délai pour compléter leur dossier » promises nothing of a negotiation; the principle itself does. */
const isOfPapers = (s: Sentence): boolean =>
  !s.has(PRINCIPLE) && (s.has(OF_WINNER) || (!inNegociation(s) && s.has(PAPERS)));
/** What the one chosen hands in is owed to no other. */
const OF_WINNER = fr`attributaires?|attestations?|(?:candidat|soumissionnaire) (?:retenu|pressenti|choisi|auquel|à qui)`;
const PAPERS = fr`pièces?|mêmes documents|documents (?:concernant|exigés|demandés)|justificatifs|capacités (?:professionnelles|techniques|financières)|complét[a-z]+|compléments?|régularis[a-z]+|manquante?s?|visites?|questions?|renseignements|dossiers? de candidature|nouvelle date|échéance`;
const PRINCIPLE = fr`égalité|discrimin[a-z]+|non-discrimination|impartial[a-z]*|égal traitement|équitable[a-z]*|privilégi[a-z]*|favoris[a-z]*|négociations?`;
/** « Les participants s'engagent à ne pas divulguer les plans que la ville leur confie »: the buyer's secrets, and none of theirs. */
const bindsCandidates = (s: Sentence): boolean => (s.has(BOUND) || s.has(HANDED_OUT)) && !s.has(OF_THEIRS);
/** « Les plans joints au dossier sont confidentiels : qui les reçoit les détruit » */
const HANDED_OUT = fr`(?:remise?s?|jointe?s?|fournie?s?|confiée?s?|communiquée?s?|transmise?s?|mise?s?) (?:avec|au|dans|à) (?:le |la |ce |présent )?(?:dossier|dce|disposition d|règlement)[a-z']*|que (?:(?:la |le |l')(?!une?(?![a-z])|autres?|candidat|soumissionnaire|concurrent|participant|entreprise|équipe|société)[a-z]+|nous) (?:leur |vous )?(?:confi|remet|fourni|transmet|communiqu)[a-z]*|qui (?:les|la|le) reçoi(?:t|vent)`;
const BOUND = fr`(?:ces |leurs |des )?obligations? de (?:confidentialité|sécurité|discrétion)|formalités à accomplir|consignes à respecter|(?:participants?|candidats?|soumissionnaires?|équipes?|concurrents?),? (?:[a-z']+ ){0,3}?(?:s'engage(?:nt|ra|ront)?|(?:est|sont|sera|seront) tenue?s|doi(?:t|vent)|devr(?:a|ont)|s'interdi[a-z]+|s'oblige(?:nt)?|signe(?:nt|ra|ront)?|respecte(?:nt)?|garde(?:nt|ra|ront)? pour (?:eux|elles|lui|elle|soi))|leur en (?:demand|impos)[a-z]* (?:la confidentialité|le secret)`;
const OF_THEIRS = fr`solutions?|propositions?|offres?|idées?|savoir-faire|autres? (?:candidat|participant|équipe|soumissionnaire|concurrent)s?|des concurrents|échanges|négociations?|acheteur s'engage|réciproque[a-z]*|mutuelle[a-z]*`;
/** « La mairie pourra négocier… », and the paragraph after: « Chacun a les mêmes réponses ». */
const followsNegociation = ({ passage, section }: Sentence): boolean => {
  const { own } = section;
  const above = own[own.indexOf(passage) - 1];
  return above !== undefined && !above.heading && above.has(NEGO);
};
/** What a sentence promises by its words. */
export interface Promised {
  readonly egalite: boolean;
  readonly protection: boolean;
}
/** The same of one sentence; both false where it promises nothing. */
export const promised = (phrase: Pick<Phrase, 'has'>): Promised => ({
  egalite: phrase.has(EQUAL) && phrase.has(TO_EACH),
  protection: phrase.has(SECRET) && phrase.has(THEIRS) && !phrase.has(DUTY) && !isOfHanding(phrase),
});

/** « Si un candidat ne transmet pas de nouvelle offre »: handed in or not, and kept from nobody. */
const isOfHanding = (phrase: Pick<Phrase, 'has'>): boolean => phrase.has(HANDED) && !phrase.has(FROM_OTHERS);
const HANDED = fr`(?:transm|communiqu|montr|rapport|partag)[a-zé]*`;
const FROM_OTHERS = fr`autres?|autrui|concurre[a-z]+|tiers|personne|quiconque|public|nul|accords?|consentement|autorisation|confidenti[a-z]+|secrets?|divulg[a-zé]+|révél[a-zé]+|dévoil[a-zé]+|propriété intellectuelle|savoir-faire|à (?:aucun|quelque) (?:candidat|soumissionnaire|participant)|participants? à un|entre (?:candidats|eux|elles)`;

/** What was heard before the consultation is not what candidates bring to it. */
const isOfExchanges = ({ section, passage }: Sentence): boolean =>
  section.under(
    fr`sourcages?|échanges? (?:préalables?|avec)|consultations? préalables?|études? de marché|préparation d(?:u marché|e l'achat)|comment (?:nous|il) [a-z' ]{0,80}préparé[a-z ]*`,
  ) || passage.has(fr`sourçages?|échanges? préalables?|consultations? préalables?`);

/** What of it all candidates are owed: said of a negotiation, or of them. */
export function owed({ egalite, protection }: Promised, sentence: Sentence): Promised {
  const isOf = (them: RegExp) => inNegociation(sentence) || followsNegociation(sentence) || sentence.has(them);
  return {
    egalite: egalite && !isOfPapers(sentence) && isOf(fr`candidats?|soumissionnaires?|participants?|personne|nul`),
    protection:
      protection &&
      !isOfExchanges(sentence) &&
      !bindsCandidates(sentence) &&
      isOf(fr`candidats?|soumissionnaires?|participants?|concurrente?s?`),
  };
}

/** What stands after the talks that are foreseen, in their paragraph or the two after it, speaks of them. */
const FOLLOWING = 2;
const following = ({ passage, section, span }: Sentence): readonly Sentence[] => {
  const { own } = section;
  const at = own.indexOf(passage);
  const later = at < 0 ? [] : own.slice(at + 1, at + 1 + FOLLOWING).filter((p) => !p.isTitle);
  return [...passage.sentences.filter((s) => s.span.start >= span.start), ...later.flatMap((p) => p.sentences)];
};
/** The first sentence about the talks that promises equality, and the first that protects what each one brings. */
export function promisedAfter(talks: readonly Sentence[]): { readonly [key in keyof Promised]: Span | undefined } {
  const about = talks.flatMap(following).map((s) => ({ s, said: promised(s) }));
  return {
    egalite: about.find(({ s, said }) => said.egalite && !s.has(OF_WINNER))?.s.at(),
    protection: about.find(({ s, said }) => said.protection && !bindsCandidates(s))?.s.at(),
  };
}

/** Said of those who offer: in an article on the negotiation, or by their name. */
const isToBidders = (s: Sentence): boolean =>
  !isRowLabel(s) &&
  (inNegociation(s) ||
    s.has(fr`candidats?|soumissionnaires?|participants?|concurrents?|entreprises?`) ||
    s.section.under(fr`procedure[a-z ]*|consultation|offres?|garanties?`) ||
    s.section.heading === s.passage.draft.title ||
    s.section.heading === undefined);
/** When it takes place, and what is kept from nobody. */
const OF_TIME = fr`dates?|heures?|calendriers?`;
const ALIKE = fr`(?:egal|identi|equit|impartial|discrimin|avantag|privilegi|favoris)[a-z]*|memes?|chacune?|tous|toutes`;

/** « Les factures sont réglées dans des délais identiques »: alike for all, and no promise to those who offer. */
const PAID = fr`factures?|paiements?|payée?s?|réglée?s?`;

/** Where equality is heard to be promised; undefined where it is not. */
export const equalityHeard = (piece: Piece): Span | undefined =>
  answering(
    piece,
    'procedure/egalite-des-candidats',
    (s, sure) => (sure || s.has(ALIKE)) && isToBidders(s) && !isOfPapers(s) && !s.has(PAID),
  )?.at();

const KEPT_SAFE = fr`(?<!il )appartien[a-z]*|confidenti[a-z]*|secr[eè]t(?:s|e)?|(?:divulg|rév[eé]l|communiqu|dévoil|partag|protég|transm|montr|diffus|répét|ébruit|copi|livr|port|fuit|circul|réutilis|repri|emprunt|propriét|gard|accord|conn[au])[a-zéè]*|reste(?:nt|ra|ront)? entre|sor(?:t|tent|tira|tiront) (?:(?:pas|jamais|point) )?(?:du|de la|des)|(?:sau|sach)[a-z]+|ne quitt[a-z]*|rapport(?:e|er|era|ent|ons)|en parl[a-z]*`;
/** Where what each one brings is heard to be protected; undefined where it is not. */
export const protectionHeard = (piece: Piece): Span | undefined =>
  answering(
    piece,
    'procedure/confidentialite-des-solutions',
    (s, sure) =>
      ((s.has(BROUGHT) && s.has(KEPT_SAFE)) || (sure && !s.has(OF_TIME))) &&
      isToBidders(s) &&
      !isOfExchanges(s) &&
      !bindsCandidates(s),
  )?.at();
