import { fr } from '../kit/french/pattern.ts';

/** Where a clause belongs in a piece, by the titles of its sections. */
export interface Home {
  /** Sections on the clause's own matter: its text goes in them, without its heading. */
  readonly own?: RegExp;
  /** Sections on the wider matter: the clause is a part of them. */
  readonly wider?: RegExp;
}

const IP = fr`propriété (?:intellectuelle|littéraire)|droits? d'auteurs?|utilisation des résultats|(?:régime|droits) (?:des|sur les) résultats`;
const GRANT = fr`(?:cession|concession|transfert) (?:[a-z]+ )?d(?:es?|u) droits?|droits sur les (?:résultats|livrables|réalisations)`;
const PROCEDURE = fr`(?:mode|type|forme) de passation|procédure (?:de passation|suivie|adaptée|applicable|formalisée)|procédure`;
const JUDGING = fr`critères? (?:d'attribution|de jugement|de choix)|jugement des offres|attribution (?:du|des) (?:marché|lot)s?`;

/** By beginning of the clause's id, the most precise first. */
const HOMES: readonly (readonly [prefix: string, home: Home])[] = [
  ['pi-code-source', { own: fr`codes? sources?`, wider: IP }],
  ['pi-connaissances-anterieures', { own: fr`connaissances antérieures`, wider: IP }],
  ['pi-resultats-definition', { own: fr`définitions? des résultats`, wider: IP }],
  ['pi-tierce-maintenance', { own: fr`maintenance par (?:un|des) tiers|tierce maintenance`, wider: IP }],
  ['pi-garantie', { own: fr`garanties? (?:de jouissance|d'éviction|des droits|contre)`, wider: IP }],
  ['pi-exploitation-commerciale', { own: fr`exploitation commerciale`, wider: IP }],
  ['pi-droits-titulaire', { own: fr`droits? du titulaire`, wider: IP }],
  ['pi-droits-moraux', { own: fr`droit(?:s)? mora(?:l|ux)`, wider: IP }],
  ['pi-', { own: GRANT, wider: IP }],
  ['partenariat-propriete-intellectuelle', { own: GRANT, wider: IP }],
  ['partenariat-phases', { own: fr`phases`, wider: fr`partenariat` }],
  ['partenariat-objectifs', { own: fr`objectifs intermédiaires`, wider: fr`partenariat` }],
  ['partenariat-', { wider: fr`partenariat` }],
  ['variantes-', { own: fr`variantes?` }],
  ['allotissement-', { own: fr`allotissement|décomposition en lots|division en lots` }],
  ['criteres-', { own: JUDGING }],
  ['tranches-affermissement', { own: fr`affermissement`, wider: fr`tranches?` }],
  ['tranches-jugement', { own: JUDGING }],
  ['tranches-', { own: fr`tranches?` }],
  ['negociation-', { own: fr`négociations?`, wider: PROCEDURE }],
  ['procedure-exigences', { own: fr`exigences minimales` }],
  ['procedure-', { own: PROCEDURE }],
  ['negociee-', { own: PROCEDURE }],
  ['dialogue-', { own: fr`dialogue` }],
  ['sourcage-', { own: fr`sourçage|échanges préalables|préparation du marché|consultations? préalables?` }],
  ['concours-prime', { own: fr`primes?` }],
  ['concours-jury', { own: fr`jury` }],
  ['concours-anonymat', { own: fr`anonymat` }],
  ['concours-proces-verbal', { own: fr`procès-verba(?:l|ux)`, wider: fr`jury` }],
  ['concours-criteres', { own: fr`critères` }],
  ['concours-', { own: fr`(?:forme|type|nature) (?:du|de) concours`, wider: PROCEDURE }],
  ['execution-donnees', { own: fr`données (?:à caractère )?personnel(?:les)?|rgpd` }],
  ['execution-environnement', { own: fr`environnement(?:al|ale|aux|ales)?|développement durable` }],
  ['execution-sociale', { own: fr`insertion|clauses? sociales?|conditions? sociales?` }],
  ['execution-sous-traitance', { own: fr`sous-traitance` }],
  ['execution-revision', { own: fr`révision|variation des prix`, wider: fr`prix` }],
  ['execution-facture', { own: fr`factur(?:es?|ation)|demandes? de paiement`, wider: fr`paiements?|règlement` }],
  ['derogations-', { own: fr`dérogations?` }],
  ['offres-profil', { own: fr`(?:remise|transmission|envoi|dépôt) des (?:offres|plis|candidatures)` }],
  ['offres-prime', { own: fr`échantillons|maquettes|prototypes|primes?` }],
  ['candidature-groupement', { own: fr`groupements?`, wider: fr`candidatures?` }],
  ['candidature-', { own: fr`candidatures?|capacités` }],
  ['accord-cadre-', { own: fr`(?:montants?|maximum|minimum|quantités) (?:de|du|d'|et|maxim)|maximum` }],
  ['besoin-equivalence', { own: fr`références techniques|équivalen(?:ce|t)s?`, wider: fr`normes|spécifications` }],
  ['besoin-presentation', { own: fr`présentation (?:générale|du besoin)` }],
];

/** Where the clause of that id belongs; an empty home for one that goes anywhere. */
export const homeOf = (id: string): Home => HOMES.find(([prefix]) => id.startsWith(prefix))?.[1] ?? {};
