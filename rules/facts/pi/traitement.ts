import type { Sentence } from '../../kit/draft.ts';
import { fr } from '../../kit/french/pattern.ts';
import type { Piece } from '../../kit/piece.ts';
import { has } from '../../kit/text.ts';
import { answering } from '../commun/index.ts';
import { droitsDuDossier } from './droits.ts';
import { saidInDossier } from './matieres.ts';
import { regimes } from './regime.ts';

/** Words by which a contract deals with rights, be it to leave them to the contractor. */
const ON_RIGHTS = fr`propriété (?:intellectuelle|littéraire|artistique|incorporelle)|droits? (?:d'auteurs?|patrimoniaux|d'exploitation|de reproduction|d'utilisation)|licences? (?:libres?|open source|d'utilisation|d'exploitation)|libres? de droits|open source`;
const OTHER_MATTER = fr`sourçage|négociation|dialogue|secret|confidentiel(?:le|les|s)?|confidentialité|candidats?|contrefaçon|garantit (?:[a-z']+ ){0,5}contre|code de la propriété`;
const USE = fr`droits?|propriétaires?|propriété|appartien[a-z]+|librement|libres?|copi(?:er|e)|modifier|corriger|publie(?:r|nt)?|reprodui[a-z]+|licences?|auteurs?|diffuser|réutilis[a-z]+|cession|cède(?:nt)?|c\.?c\.?a\.?g[a-z-]*`;

/** « les données d'OpenStreetMap, sous licence ODbL », « s'appuie sur des composants open source »: the rights of others in what the contract does not make. */
const OTHERS_THINGS =
  "(?:donnees(?![^.;:]{0,40}(?:titulaire|prestataire|produit|cree|collect|issu|result|livre|marche))|fonds de (?:carte|plan)|fonds cartographiques|referentiels?|composants?|bibliotheques?|librairies?|briques?|frameworks?|sgbd|systemes? d'exploitation|progiciels?|polices?(?: de caracteres)?|(?:banques?|bases?) d'images|postgresql|openstreetmap|logiciels? (?:tiers|existants?|metiers?|du marche|libres?|open source))";
const OTHERS_LICENCE = new RegExp(
  `(?<![a-z])${OTHERS_THINGS}(?![a-z])[^.;:]{0,90}?(?:licences?|open source|libres? de droits|droits? d'(?:utilisation|usage|exploitation))(?: [a-z]+){0,3}|licences? (?:d'utilisation |d'usage )?(?:odbl|de l'editeur|des editeurs|des? logiciels? tiers|d[eu]s? (?:systeme|progiciel|produit|logiciels? du commerce)s?)|(?:acheteur|maitre d'ouvrage|pouvoir adjudicateur|ville|collectivite)[^.;:]{0,40}? (?:en )?(?:detient|dispose|possede)[^.;:]{0,40}?(?:droits?|licences?)(?: [a-z']+){0,2}`,
  'g',
);
const ownWords = (s: Sentence): string => s.folded.replace(OTHERS_LICENCE, ' ');
/** « la base, logiciel sous licence libre »: heard to grant, and of another's licence alone. */
const isOfOthers = (s: Sentence): boolean => ownWords(s) !== s.folded && !has(ownWords(s), USE);

const settles = (s: Sentence): boolean => has(ownWords(s), USE) && !s.has(OTHER_MATTER);

/** What settles whose the rights are, or that there are none to settle. */
const SETTLED = ['pi/droits-sur-resultats-regles', 'pi/titulaire-garde-ses-droits', 'pi/regime-ccag-invoque'];

const TITLE = fr`propriété intellectuelle|droits? d'auteurs?|propriété des (?:études|résultats|livrables|documents)|utilisation des résultats|cession (?:des|de) droits`;

/** « Le ministère est fondé à copier l’étude, à la traduire et à la remanier »: two acts that the law reserves to its author. */
const allowsActs = (s: Sentence): boolean => s.has(ALLOWED) && s.findAll(ACTS).length > 1 && !s.has(OTHER_MATTER);
const ALLOWED = fr`(?:est|sont|sera|seront) (?:[a-z]+ )?(?:fondé|autorisé|habilité|libre)e?s? (?:à|de)|en droit de|(?:a|ont|aura|auront|dispose(?:nt)?) (?:[a-z]+ )?(?:le droit|la faculté|toute liberté) (?:de|d')|peu(?:t|vent)|pourr(?:a|ont)`;
const ACTS = fr`copier|reproduire|communiquer au public|la communiquer|les communiquer|traduire|remanier|adapter|modifier|diffuser|publier|représenter|distribuer|corriger|réutiliser`;

const isOnOwnRights = (s: Sentence): boolean => has(ownWords(s), ON_RIGHTS) && !s.has(OTHER_MATTER);

export function isDealtWith(piece: Piece): boolean {
  const grants = droitsDuDossier(piece).filter(({ clause }) => !clause.acts.every((a) => isOfOthers(a.sentence)));
  if (grants.length > 0 || saidInDossier(piece, 'propriete-materielle')) return true;
  return piece.consultation.pieces.some(
    (p) =>
      p.ask(regimes).length > 0 ||
      SETTLED.some((concept) => answering(p, concept, settles)) ||
      p.draft
        .sectionsTitled(TITLE)
        .some((s) => s.own.some((x) => x !== s.heading && x.folded.trim() !== '' && !x.has(OTHER_MATTER))) ||
      (p.kind !== 'rc' &&
        (p.draft.sentencesWith(ON_RIGHTS).some((s) => isOnOwnRights(s) && !s.passage.isTitle) ||
          p.draft.sentencesWith(ACTS).some(allowsActs))),
  );
}
