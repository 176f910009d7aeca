import type { Passage, Sentence } from '../../kit/draft.ts';
import { counts } from '../../kit/french/counts.ts';
import { fr } from '../../kit/french/pattern.ts';
import { clauses } from '../../kit/french/sentences.ts';
import type { Phrase } from '../../kit/markdown/prose.ts';
import type { Piece } from '../../kit/piece.ts';
import type { Doubt } from '../../kit/rule.ts';
import type { Span } from '../../kit/span.ts';
import { has } from '../../kit/text.ts';
import type { Heard } from '../../reading/hear.ts';
import { hearing, saying } from '../commun/index.ts';
import { leavesOne } from './restant.ts';

/**
 * Something done with an operator before the consultation.
 * - `echange`: operators were heard, asked or visited (sourçage)
 * - `participation`: an operator took part in the preparation (study, assistance, drafting or rereading)
 */
export interface Prealable {
  readonly kind: 'echange' | 'participation';
  /** How many operators were met, where the sentence says so; undefined otherwise. */
  readonly nombre: number | undefined;
  readonly at: Span;
  readonly sentence: Sentence;
  readonly doubt?: Doubt;
}

export const OPERATEUR =
  "operateurs?(?: economiques?)?|fournisseurs?|fabricants?|entreprises?|societes?|editeurs?|prestataires?|industriels?|constructeurs?|distributeurs?|associations?|cabinets?|acteurs?(?: economiques?)?|start-?ups?|jeunes pousses|pme|integrateurs?|hebergeurs?|exploitants?|specialistes|professionnels|bureaux? d'etudes?|groupes?|cooperatives?|laboratoires?|concepteurs?|installateurs?|negociants?|producteurs?|structures?|titulaire sortant|interlocuteurs?|loueurs?|maisons? d'edition|revendeurs?|grossistes?|artisans?|transporteurs?|courtiers?|assureurs?|organismes? (?:de formation|certificateurs?|prives?|specialises?)";

const NAMED = fr`sour[cs]ag?es?|sourcings?|sourcages?|(?:consultations?|echanges?|entretiens?|rencontres?|contacts?|auditions?|dialogues?|concertations?) (?:prealables?|preparatoires?)(?: (?:a|avec|aupres|des|de|menee?s?|organise[a-z]*))?|(?:echanges?|entretiens?|rencontres?),? (?:[a-z0-9.,'-]+ ){0,13}?avec (?:un seul |une seule |un unique |une unique |des |les |plusieurs |deux |trois |quatre |cinq |\d+ )(?:${OPERATEUR})|demandes? d'informations? (?:prealables?|\(rfi\))|rfi|etudes? de marche|rendez-vous fournisseurs`;
/** « La CNIL doit être consultée », « consultation préalable du comité », the tender itself. */
const FALSE_NAMED = fr`(?:consultations?|concertations?|contacts?|echanges?|entretiens?|rencontres?) prealables? (?:de la (?:cnil|dpo|commission)|du (?:comite|cse|chsct|dpo|delegue|public|maire|titulaire|prefet)|de l'(?:autorite|anssi|architecte|autorite de controle|acheteur|administration)|des (?:riverains|usagers|habitants|representants|agents|instances|locaux|documents|pieces|lieux|services)|de l'autorite)|cnil|aipd|autorite de controle|article 36|negociation|avec le titulaire(?! sortant| actuel)|execution|du titulaire(?! sortant| actuel)|visite (?:du|des|obligatoire)|etudes? de marche (?:du|des|par le|realisee par le) (?:titulaire|candidat)`;
const MET = fr`(?:a|ont|avait|avaient|ayant|avons|n'avons|n'a|n'ont|avions) (?:[a-z]+ ){0,2}?(?:rencontre|recu|consulte|interroge|auditionne|sollicite|contacte|entendu|visite|questionne|echange avec|dialogue avec|approche|sonde|reuni)e?s?|(?:ont|a) (?:[a-z]+ )?ete (?:[a-z]+ )?(?:rencontre|recu|consulte|interroge|auditionne|sollicite|contacte|entendu|visite|questionne|approche|sonde|reuni|invite)e?s?|s'est (?:entretenu|rapproche)e?s?|(?:mene|conduit|realise|organise|effectue|limite)e?s? (?:[a-z]+ ){0,4}?(?:aupres|avec)|(?:rencontre|recu|consulte|interroge|auditionne|entendu|sollicite)e?s? (?:en|au|le|lors|avant|pendant|durant|par (?:l'acheteur|le service|la|le|les))`;
const BEFORE_SENTENCE = fr`consultation|prealable(?:s|ment)?|genese|preparation|besoin|marche|projet|cahier|procedure|dossier|lancement|amont|au printemps|a l'(?:automne|ete|hiver)|en (?:20\d\d|janvier|fevrier|mars|avril|mai|juin|juillet|aout|septembre|octobre|novembre|decembre)|en 20\d\d|(?:premier|second|1er|2e|deuxieme|troisieme|quatrieme|dernier) (?:semestre|trimestre)|(?:fin|debut|courant|mi|depuis)[ -](?:20\d\d|janvier|fevrier|mars|avril|mai|juin|juillet|aout|septembre|octobre|novembre|decembre)|au cours d[eu]|(?:au mois|courant) (?:de |d')?(?:janvier|fevrier|mars|avril|mai|juin|juillet|aout|septembre|octobre|novembre|decembre)|(?:janvier|fevrier|mars|avril|mai|juin|juillet|aout|septembre|octobre|novembre|decembre) (?:dernier|20\d\d)|gammes?|solutions? (?:existantes|disponibles)`;
/** Steps of the procedure itself. */
const TENDER = fr`candidats? (?:admis|retenus?|selectionnes?|invites?|seront|sont)|soumissionnaires? (?:seront|sont|admis)|jury|negociations?|attributaire|seront (?:recus?|auditionnes?|entendus?|rencontres?|consultes?)|sont (?:auditionnes?|entendus?|consultes?|invites?)|peu(?:t|vent)|pourr(?:a|ont)|titulaire(?! sortant)|sous-traitant|laureate?s?|equipes?|participants?`;

const STUDY =
  "(?:etudes? (?:de faisabilite|prealables?|d'opportunite|preliminaires?|de besoins?|de definition|d'avant-projet)|pre-?etudes?|diagnostics?|audits?|schema directeur|releves?|note|missions?|prestations?|accompagnement|assistance)";
const AMO =
  "(?:amo|assistan(?:ce|t|te|ts) (?:a |a la )?(?:maitrise|maitre) d'ouvrage|assistant a maitrise d'ouvrage|mission d'assistance)";
const PREPARATION =
  '(?:preparation|elaboration|redaction|definition|conception|formalisation|relecture|etablissement|montage|cadrage|recensement|mise au point)';
const DOSSIER =
  "(?:(?:la |du |de la |de l'|des |le |les |l'|present |presente |presents )*)(?:consultation|marche|cctp|ccap|cahiers? des (?:charges|clauses)[a-z ]*|dossier(?: de consultation)?|dce|besoins?|projet|programme|procedure|specifications?|documents de la consultation|pieces)";
const TOOK_PART = fr`(?:etudes? de faisabilite|etudes? prealables?|etudes? d'opportunite|etudes? de definition|${AMO})(?: [a-z'(),-]+){0,8}? (?:a ete|ont ete|avait ete|fut)(?: [a-z]+){0,2} (?:confie|realise|mene|conduit|assure|etabli|remis|produit|execute|attribue|livre|elabore)[a-z]*|(?:a|ont|avait|ayant) (?:[a-z]+ ){0,2}?(?:confie|commande|fait realiser|fait faire)(?: [a-z'(),-]+){0,6}? ${STUDY}|(?:a|ont|avait|ayant) (?:[a-z]+ ){0,2}?(?:beneficie|recouru|fait appel|ete assiste|ete accompagne|ete aide|ete appuye)e?s?(?: [a-z'(),-]+){0,10}? (?:${AMO}|${PREPARATION}|${DOSSIER})|(?:participe|pris part|contribue|collabore|concouru|ete associe|ete associee|ete associes)(?: [a-z]+)? (?:a|aux|au) (?:la |l'|cette |sa |leur )?(?:${PREPARATION}|${DOSSIER})|(?:participation|contribution|association|intervention|concours) (?:prealable )?(?:[a-z]+ ){0,4}?(?:a|dans|au cours de) (?:la |l'|cette )?${PREPARATION}|(?:a|ont|avait|ayant) (?:[a-z]+ ){0,2}?(?:redige|ecrit|relu|tenu la plume|prepare|corrige|annote|elabore|assiste|accompagne|conseille|aide)e?s?(?: [a-z'(),-]+){0,8}? ${DOSSIER}|(?:a|ont|avait|ayant) (?:[a-z]+ ){0,2}?(?:realise|mene|conduit|etabli|produit|remis|livre|redige|elabore)e?s?(?: [a-z'(),-]+){0,4}? (?:l'|d')?(?:etudes?|diagnostic|audit|note)(?: (?:de faisabilite|prealables?|d'opportunite|preparatoire|sur|des|du|de))|(?:redige|relu|prepare|elabore|etabli|defini)e?s?(?: [a-z'(),-]+){0,4}? (?:avec|par|grace a) (?:le concours|l'aide|l'assistance|l'appui|la participation|la collaboration) d[eu']|(?:fait|faire) (?:rediger|relire|preparer|corriger|annoter|elaborer|etablir|definir|verifier)(?: [a-z'(),-]+){0,8}? ${DOSSIER}(?: [a-z'(),-]+){0,4}? par (?:la |le |l'|une? |des |deux |trois |plusieurs )?(?:${OPERATEUR})|participation prealable|(?:s'est|se sont|s'etait) (?:[a-z]+ )?(?:entoure|adjoint|appuye|fait (?:aider|assister|accompagner|conseiller))e?s?,?(?: [a-z'(),-]+){0,12}? (?:societe|entreprise|cabinet|bureau|fournisseur|fabricant|editeur|prestataire|association|consultants?|conseil)|(?:${STUDY}),?(?: [a-z'(),-]+){0,6}? (?:realise|mene|conduit|etabli|redige|confie|remis)e?s? (?:par|a|au) (?:la |le |un |une |l')(?:${OPERATEUR}|bureau)|tenu la plume`;
/** The works designer, the buyer's own staff, or a service to be bought: nobody with an edge over the candidates. */
const NOT_PART = fr`maitr(?:e|ise) d'oeuvre|architectes?|coordonnateur|controleur technique|agents? (?:de|du|d')|services? (?:techniques?|informatiques?|municipaux|internes?|de l'acheteur)|le (?:present )?marche a pour objet|l'objet d[eu]|titulaires? du (?:present )?marche|titulaire(?! sortant| actuel)|entrepreneurs?|groupement de commandes|candidats? (?:doit|devra|realise|etabli)|usagers?|comite|elus|syndicat mixte|agence de l'eau|ugap|tranche|phase|geotechnique|amiante`;

/** « à tous les candidats », « au dossier de chaque candidat »: those who are given what was exchanged. */
const HANDED_TO = '(?:(?<![a-z])a|(?:disposition|dossier|connaissance|portee) de) ';
/** « Tout opérateur ayant participé… », « si un candidat a participé… »: a rule, not something that took place. */
const GENERAL = fr`(?<!${HANDED_TO})(?:tout|toute|tous les|chaque|aucun|aucune) (?:autre )?(?:${OPERATEUR}|personnes?|candidats?|soumissionnaires?|structures?)|(?:un|une) (?:${OPERATEUR}|candidat|soumissionnaire) (?:qui|ayant|aurait)|(?:si|lorsqu'|quand|en cas de|au cas ou) ?(?:un|une|l'un|des|de|d'un|le candidat|participation)|aurai(?:t|ent)|quiconque|le cas echeant|(?:les|des|aux|ces|^) ?(?:autres )?(?:candidats|soumissionnaires|operateurs economiques|operateurs|entreprises|societes|prestataires|personnes) (?:[a-z]+ )?(?:ayant|qui (?:ont|auraient))`;

interface MentionRead {
  readonly kind: Prealable['kind'];
  readonly nombre: number | undefined;
}

/** The exchange took place: it is no advice, nor something to come. */
const DONE = fr`(?:a|ont|avait|avaient|ayant|fut|furent|avons|n'avons|n'a|n'ont|avions) (?:[a-z0-9',-]+ ){0,8}?(?:mene|conduit|realise|organise|effectue|procede|lance|recouru|engage|tenu|eu|rencontre|echange|consulte|publie|fait|precede|permis|nourri|alimente|fonde|recu|interroge|precise|affine|associe|donne|adresse|sollicite|participe)(?:e|s|es)?|(?:mene|conduit|realise|organise|effectue|lance)(?:e|s|es)? (?:en|au|aux|aupres|avec|par|avant|lors|durant|pendant|entre|du)|(?:a la suite|a l'issue|lors|apres|dans le cadre|issue?s?|resulta?nt|au moyen|grace|fait suite|suite|aupres|ressort|tire?s?|enseignements|au cours|est precedee?|sont precedee?s?|rencontree?s?|consultee?s?|interrogee?s?|recue?s?|echangee?s?)(?: (?:d'un|du|de|des|au|le|un|ce|la|les|a|d'une|cette))*(?: [a-z]+){0,3}`;
const ADVISED = fr`recommande[a-z]*|convient|il (?:faut|est utile|est possible)|devr(?:a|ont|ait|aient)|doi(?:t|vent)|peu(?:t|vent)|pourr(?:a|ont|ait|aient)|permet(?:tent)?|conseille[a-z]*|prevoi[a-z]+|envisage[a-z]*|seront? (?:mene|realise|organise)[a-z]*|titulaires? d[eu] (?:present )?marche`;

/** « N'a consulté aucune entreprise », « aucun n'a pris part à la rédaction »: it did not take place. « N'a reçu qu'un éditeur » did. */
const NOT_DONE = fr`n'(?:a|ont|avons|avait|avaient|est|y a)(?: [a-z]+){0,3} (?:pas|aucune?|jamais|ni|nul|nulle|point|personne)(?! autres?)|(?:aucune?|nul|nulle|personne)(?: [a-z']+){0,4} n'(?:a|ont|est|avait)|sans (?:avoir|qu'aucune?)`;
const ONLY = / qu(?:e |')/;

/** True where a clause says it and does not deny it. */
const isDone = (folded: string, pattern: RegExp): boolean =>
  clauses(folded).some(({ from, to }) => {
    const clause = folded.slice(from, to);
    return has(clause, pattern) && (!has(clause, NOT_DONE) || ONLY.test(clause));
  });

/** « Nous n'avons mené aucun sourçage », « sans étude de marché », « n'a pas été précédé d'un sourçage » */
const NONE_NAMED = fr`(?:aucune?|pas d[e']|point d[e']|ni|sans|nul(?:le)?) ?(?:[a-z]+ )?(?:${NAMED.source})|(?:n'(?:a|ont|avons|avait)|ne (?:fait|font)) (?:[a-z]+ )?(?:pas|point) (?:[a-z']+ ){0,3}?(?:d'|à |de )(?:une? |des )?(?:${NAMED.source})`;
const OPERATOR = fr`${OPERATEUR}`;
const read = (phrase: Phrase): MentionRead | undefined => {
  if (phrase.has(TOOK_PART) && !phrase.has(NOT_PART) && !phrase.has(GENERAL) && !phrase.has(NOT_DONE))
    return { kind: 'participation', nombre: undefined };
  const met =
    phrase.has(MET) &&
    isDone(phrase.folded, MET) &&
    phrase.has(OPERATOR) &&
    phrase.has(BEFORE_SENTENCE) &&
    !phrase.has(TENDER);
  const named =
    phrase.has(NAMED) &&
    !phrase.has(FALSE_NAMED) &&
    !phrase.has(NONE_NAMED) &&
    phrase.has(DONE) &&
    !phrase.has(ADVISED);
  if (!met && !named) return undefined;
  return { kind: 'echange', nombre: countOf(phrase.folded) };
};

const ONE_ONLY = fr`qu'(?:un|une) (?:[a-z]+ )?(?:${OPERATEUR})|(?:un|une|le|la|l') ?(?:seule?|unique) (?:[a-z'-]+ ){0,2}?(?:${OPERATEUR})|(?:seule?|unique) (?:[a-z]+ )?(?:${OPERATEUR})|(?:${OPERATEUR}) (?:[a-z'-]+ ){0,4}?(?:unique|et un seul|et une seule|seulement)|et (?:un|une) seule?|(?:aupres|avec) (?:d')?(?:un|une) seule?|(?:un|une) seule? (?:d'entre|a repondu|a ete|reponse|a accepte|societe)|(?:uniquement|seulement|exclusivement) (?:la societe|l'entreprise|le fabricant|l'editeur|le fournisseur|un|une)`;
/** The object or subject of the meeting is « un fabricant ». */
const ONE_ARTICLE = fr`(?:rencontre|recu|consulte|interroge|auditionne|sollicite|contacte|entendu|visite|questionne|echange avec|aupres d'|aupres de|avec|par|approche)(?: (?:a )?(?:deux|trois|quatre|cinq|plusieurs) (?:reprises|fois)| longuement| ensuite)? ?(?:un|une|la|l'|le) ?(?:${OPERATEUR})`;
const ONE_SUBJECT = fr`(?:un|une|la|l'|le) ?(?:${OPERATEUR})(?: [a-z'-]+){0,8}? a (?:[a-z]+ )?ete (?:[a-z]+ )?(?:rencontre|recu|consulte|interroge|auditionne|sollicite|contacte|entendu|visite|approche)e?`;
/** Nobody but who is named: « et aucune autre entreprise ». */
const NO_OTHER = fr`aucune? (?:autre (?:${OPERATEUR}|concurrente?)|(?:autre )?de ses concurrente?s)|nulle? autre (?:${OPERATEUR})`;
/** « Aucun autre fournisseur n'ayant été approché ». */
const OTHERS_UNASKED = fr`(?:${NO_OTHER.source}) (?:n'(?:a|ayant|avait)|n'(?:a|avait) jamais) (?:été )?(?:approché|rencontré|consulté|sollicité|contacté|reçu|entendu|interrogé)e?`;
/** More than one operator, counted or not. */
export const SEVERAL = fr`(?:des|les|ces|plusieurs|divers|differents|quelques|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|\d+|nombreux|aux|principaux|certaine?s) (?:[a-z]+ )?(?:${OPERATEUR})`;

/** « Un éditeur et un fabricant » */
const AND_ANOTHER = fr`(?:et|puis|ainsi que) (?:un|une|l'|le) ?(?:${OPERATEUR})`;

/** Who is named is one of several. */
const AMONG = fr`notamment|entre autres|en particulier|par exemple|dont|parmi lesquel(?:le)?s`;

/** How many operators a sentence says were met; undefined where it does not tell. */
function countOf(folded: string): number | undefined {
  if (leavesOne(folded, OPERATEUR)) return 1;
  const said = counts(folded, OPERATEUR).filter((c) => !c.article && !c.bound);
  const several = said.filter((c) => c.value > 1);
  if (several.length > 0) return several.reduce((sum, c) => sum + c.value, 0);
  if (has(folded, ONE_ONLY)) return 1;
  if (said.some((c) => c.value === 1)) return 1;
  if (has(folded, SEVERAL) || has(folded, AMONG) || has(folded, AND_ANOTHER)) return undefined;
  const names = named(folded);
  if (names > 1) return names;
  const isAlone =
    has(folded, OTHERS_UNASKED) ||
    has(folded, ONE_ARTICLE) ||
    has(folded, ONE_SUBJECT) ||
    (names === 1 && has(folded, NO_OTHER));
  return isAlone ? 1 : undefined;
}

/** « la société Alpha et la société Bêta »: operators told apart by name. */
const named = (folded: string): number =>
  (
    folded.match(
      /\b(?:la societe|l'entreprise|le fabricant|l'editeur|le fournisseur|une? autre|l'association|le cabinet) (?!a |ont |qui |est )[a-z]/g,
    ) ?? []
  ).length;

/** The head of a column that counts the operators met. */
const HOW_MANY = fr`participants?|nombre(?! de (?:jours|réunions?|heures))|${OPERATEUR}`;

/** « | Sourçage | entretien avec la société X, unique opérateur contacté | »: the row's label names the exchange. */
function readRows(piece: Piece): (Prealable & { readonly label: Passage })[] {
  return piece.draft.tables.flatMap((table) =>
    table.rows.flatMap((row) => {
      const [label, ...rest] = row.cells;
      if (!label?.has(NAMED) || label.has(FALSE_NAMED)) return [];
      const counted = rest.find((c) => table.headerOf(c)?.has(HOW_MANY) && /^ ?\d+ ?$/.test(c.folded));
      const [number] = counted?.sentences ?? [];
      if (number) return [{ kind: 'echange', nombre: Number(number.folded), at: number.span, sentence: number, label }];
      const told = rest.flatMap((c) => c.sentences).find((s) => s.has(OPERATOR) && !s.has(TENDER) && !s.has(ADVISED));
      return told ? [{ kind: 'echange', nombre: countOf(told.folded), at: told.span, sentence: told, label }] : [];
    }),
  );
}

const OTHER_ARTICLE = fr`questions|renseignements|recours|negociation|jugement|visites?|execution|donnees (?:a caractere )?personnel[a-z]*`;
/** What a piece says was done with operators before the consultation, in order. */
export function readPrealables(piece: Piece): Prealable[] {
  const said = piece.draft.collect(read).flatMap(({ value, sentence }): Prealable[] => {
    const { passage } = sentence;
    if (passage.isTitle) return [];
    if (passage.section.under(OTHER_ARTICLE)) return [];
    return [{ ...value, at: sentence.span, sentence }];
  });
  const rows = readRows(piece).filter(
    ({ sentence }) => !sentence.section.under(OTHER_ARTICLE) && !said.some((s) => s.sentence === sentence),
  );
  const alone = said.filter(({ sentence }) => !rows.some(({ label }) => label === sentence.passage));
  const known = new Set([...alone, ...rows].map(({ sentence }) => sentence));
  return [...alone, ...rows, ...heardPrealables(piece, known)].sort((a, b) => a.at.start - b.at.start);
}

/** What is heard is told of operators, before the tender. */
function isPrealable(kind: Prealable['kind'], { surety, sentence }: Heard): boolean {
  if (!isOfBefore(sentence) || !(surety === 'sure' || isWorded(sentence))) return false;
  if (kind === 'participation' && isNoPart(sentence)) return false;
  // « Les habitants ont été consultés »: nobody who sells.
  return !sentence.has(PEOPLE) || sentence.has(OPERATOR);
}

/** What is heard to have been done where expressions read nothing; of a sentence heard both ways, that operators were heard. */
function heardPrealables(piece: Piece, known: Set<Sentence>): Prealable[] {
  return (['echange', 'participation'] as const).flatMap((kind) =>
    saying(piece, HEARD_AS[kind]).flatMap((one): Prealable[] => {
      const { sentence } = one;
      if (known.has(sentence) || !isPrealable(kind, one)) return [];
      known.add(sentence);
      const count = countOf(sentence.folded) ?? 1;
      return [{ kind, nombre: count > 1 ? count : undefined, at: sentence.span, sentence, doubt: hearing(one) }];
    }),
  );
}
const PEOPLE = fr`habitants?|usagers?|riverains?|citoyens?|élues?|agents?|patients?|familles?|élèves|parents|résidents?`;
/** Done, by what the sentence holds and by where it stands, before the tender. */
const isOfBefore = (s: Sentence): boolean =>
  !s.section.under(OTHER_ARTICLE) &&
  !s.passage.rowLabel?.has(OTHER_ARTICLE) &&
  ![NOT_DONE, ADVISED, FALSE_NAMED, OF_TENDER].some((p) => s.has(p)) &&
  standsBefore(s) &&
  s.folded.trim().split(' ').length >= 4;
const isNoPart = (s: Sentence): boolean =>
  s.has(NOT_PART) || s.passage.rowLabel?.has(NOT_PART) === true || s.has(GENERAL) || IDENTITY.test(s.folded);
/** An operator is named, and the time. */
const isWorded = (s: Sentence): boolean => s.has(OPERATOR) && s.has(BEFORE_SENTENCE) && !s.has(TENDER);
const OF_TENDER = fr`candidats? (?:admis|retenus?|sélectionnés?|invités?)|soumissionnaires?|jury|attributaires?`;
const BEFORE = fr`${BEFORE_SENTENCE}|avant|rédaction|rédiger|rédigé|choix|salon|études?|exigences?|contexte|sourçage|sourcing`;
/** It took place before the tender, by its own words or by what heads it. */
const standsBefore = ({ passage, section }: Sentence): boolean =>
  [passage, passage.lead, passage.rowLabel, section.heading].some((p) => p?.has(BEFORE));

/** « Assistant à maîtrise d'ouvrage : cabinet Orvélis » says who it is, and not what was done. */
const IDENTITY = new RegExp(
  `^[^a-z]*(?:(?:l'|un )?${AMO}|conseil|bureau d'etudes|conduite d'operation) ?:(?!.*(?:${PREPARATION}|${STUDY}|redig|redact|auteur|relu|prepar|particip|concour))`,
);
const HEARD_AS = { echange: 'sourcage/echanges-menes', participation: 'sourcage/participation-operateur' } as const;
