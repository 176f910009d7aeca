import type { Draft, Passage, Sentence } from '../../kit/draft.ts';
import { fr } from '../../kit/french/pattern.ts';
import type { Phrase } from '../../kit/markdown/prose.ts';
import { defineFact } from '../../kit/piece.ts';
import type { Doubt } from '../../kit/rule.ts';
import type { Span } from '../../kit/span.ts';
import { find, findAll, has, type Match } from '../../kit/text.ts';
import { clauseOf, hearing, labelled, PARTICIPANTS, telling } from '../commun/index.ts';

export interface Productions {
  /** Where teams are asked for something that the law protects: code, specifications, plans, models. */
  readonly protected: Sentence | undefined;
  /** Where the organiser is to use what teams produce; undefined when it is not. */
  readonly use: { readonly sentence: Sentence; readonly at: Span; readonly doubt?: Doubt } | undefined;
  /** Where an assignment or a licence of rights is foreseen. */
  readonly assignment: Sentence | undefined;
}

const WORKS =
  "(?:[dl]')?(?:codes?(?! (?:civil|postal|de la (?:commande|propriete|route|sante)|du (?:travail|patrimoine)))(?: sources?| objets?)?|logiciels?|applications?|prototypes?|demonstrateurs?|maquettes?|specifications?|plans?(?! (?:d'actions?|de mobilite|de formation|climat|d'acces|de communication))|esquisses?|dessins?|designs?|visuels?|logos?|affiches?|chartes? graphiques?|illustrations?|(?:images?|photos?|mascottes?|slogans?) (?:primee?|retenue?|gagnante?|laureate?|choisie?)s?|mascottes?|videos?|films?|oeuvres?|creations?|modeles?|algorithmes?|ecrans|interfaces?|scripts?|bases? de donnees|planches?|croquis|scenarios?|parcours)";
const OUTPUT =
  "(?:[dl]')?(?:projets?|productions?|realisations?|resultats?|travaux|livrables?|propositions?|solutions?|contributions?|rendus?|concepts?|prestations? remises?|documents? remis|idees?)";
const MAKES = fr`remett[a-z]+|remis(?:es?)?|rend(?:re|ent)|développ[a-zé]+|(?<!\b(?:le|du|un|au|ce|leur|son) )code|coder|codent|conçoi[a-z]+|concevoir|conçu[a-z]*|réalis[a-zé]+|produi[a-z]+|produire|dépos[a-zé]+|présent[a-zé]+|livr[a-zé]+|démonstration|prototyp(?:er|ent|age)|fourni[a-z]*|compren[a-z]+|contien[a-z]+|attendu[a-z]*|demandé[a-z]*|crée[a-z]*|créer|élabor[a-zé]+|rédig[a-zé]+|propos[a-zé]+|programmation|achever`;
const NOT_ASKED = fr`(?:ni|aucune?|sans|pas (?:de|d')),?(?: [a-z',-]+){0,4} ${WORKS}|n'est (?:pas )?(?:demandée?|attendue?|exigée?)|ne (?:sont|seront)(?: [a-z]+){0,2} (?:demandée?s?|attendue?s?|exigée?s?)`;

/** Words for what the organiser does with a work; the object follows, or stands before in the passive. */
const USES =
  "(?:(?:re)?utilis(?:e|ent|er|era|eront|ation|ations)|reemploi(?:e|era)?|exploit(?:e|ent|er|era|ation)|(?:re)?produi(?:re|t|ra)|reproduction|adapt(?:e|er|era)|modifi(?:e|er|era)|deploi(?:e|er|era|ent)|deployer|deploiement|integr(?:e|er|era|ation)|met(?:tra)? en (?:service|oeuvre|production|ligne)|mettre en (?:service|oeuvre|production|ligne)|mise en (?:service|production|ligne)|developpe(?:r|ra)?|poursui(?:t|vra|vre)|diffus(?:e|er|era)|publi(?:e|er|era)|dispos(?:e|er|era|ant)|s'approprie(?:r|ra)?|reprend(?:re|ra)?|industrialis(?:e|er|era)|realis(?:er|era)|valoris(?:e|er|era)|capitalis(?:e|er|era)|fai(?:re|t) (?:usage|developper|realiser|executer)|tire(?:r|ra)? parti|s'inspire(?:r|ra)?|puise(?:r|ra)? dans|emprunte(?:r|ra)? (?:a|aux)|sert|servir(?:a|ont)?)";
const USED =
  '(?:(?:re)?utilisee?s?|exploitee?s?|reproduite?s?|adaptee?s?|modifiee?s?|deployee?s?|integree?s?|mise?s? en (?:service|oeuvre|production|ligne)|developpee?s?|reprise?s?|diffusee?s?|publiee?s?|industrialisee?s?|realisee?s?)';
const THEM = `(?:${WORKS}|${OUTPUT}|les|en|l')`;
const ACTIVE = fr`${USES},?(?: [a-z',-]+){0,6}? (?:${WORKS}|${OUTPUT})|(?:les|en|l'|l') ?${USES}`;
const PASSIVE = fr`(?:${WORKS}|${OUTPUT}),?(?: [a-z',-]+){0,10}? (?:sera|seront|est|sont|pourra|pourront|peu(?:t|vent)|être|pourra être),?(?: [a-z',-]+){0,4}? ${USED}`;
/** « des maquettes, que l'organisateur pourra reproduire ». */
const WHICH = fr`(?:${WORKS}|${OUTPUT}),? (?:(?:que|dont) (?:[a-z',-]+ ){0,8}?|qu'(?:[a-z',-]+ ){0,8}?)${USES}`;
/** « Le dessin primé figurera sur les billets ». */
const SHOWN = fr`(?:${WORKS}|${OUTPUT}),?(?: [a-z',-]+){0,6}? (?:figure|orne|illustre|décore|habille)(?:nt|ra|ront)?`;
/** « Les dessins des lauréats, dont…, serviront à la fabrication des assises ». */
const SERVE = fr`(?:${WORKS}|${OUTPUT}),?(?: [a-z',-]+){0,16}? ser(?:t|vent|vira|viront) (?:de (?:base|modèle|support|patron)|à (?:la |l'|leur )?(?:fabrication|fabriquer|réalisation|réaliser|production|produire|construction|construire|édition|éditer|impression|imprimer|confection))`;
const OWNS = fr`(?:${WORKS}|${OUTPUT}),?(?: [a-z',-]+){0,14}? (?:appartien(?:t|nent|dra|dront)|devien(?:t|nent|dra|dront),?(?: [a-z',-]+){0,4}? (?:la )?propriété|sont la propriété|restent? (?:la )?propriété|est la propriété|seront la propriété|demeure(?:nt)? la propriété|acquis[a-z]* à|(?:lui|leur) (?:restent?|sont|seront|demeurent?) (?:[a-z]+ )?acquis[a-z]*)|propriétaires?,?(?: [a-z',-]+){0,4}? (?:des?|du) (?:[a-z]+ )?(?:${WORKS}|${OUTPUT})|(?:propriété|propriétaire),?(?: [a-z',-]+){0,4} (?:de|des|du|de l'ensemble des) (?:${WORKS}|${OUTPUT})`;
const BY_TEAMS = fr`(?:équipes?|participants?|candidats?|auteurs?|lauréats?|concurrents?|groupements?|chacun[e]?),?(?: (?!(?:lui|leur) )[a-z',-]+){0,5} (?:conserv[a-z]+|rest[a-z]+|demeur[a-z]+|dispos[a-z]+|gard[a-z]+|utilis[a-zé]+|exploit[a-zé]+|développ[a-zé]+|publi[a-zé]+|intègr[a-z]+|mett[a-z]+|peu(?:t|vent) (?:utilis|réutilis|intégr|exploit)[a-z]+)|propriété (?:exclusive )?(?:de|des|du) (?:leurs? )?(?:équipes?|participants?|candidats?|auteurs?|concurrents?|groupements?)|(?:aux|à l'|à chaque) (?:équipes?|participants?|auteurs?|candidats?)`;
/** The exam itself, publicity, people's data: no use of the works. */
const NO_USE = fr`pour les (?:seuls )?besoins (?:de l'examen|du jury|de l'évaluation|du jugement|de la délibération)|photographies|données (?:personnelles|d'inscription|fictives|ouvertes)|droit à l'image|image des participants|titre et (?:les|ses|leurs) auteurs|noms? des|liste des|procès-verbal|avis de|forge (?:est|mise)|bibliothèques? (?:libres?|open source)|logiciels libres existants`;
/** What projects are judged by, which is no use of them. */
const CRITERIA = fr`critères?`;
/** « Il s'agira d'identifier les informations exploitables »: what teams are to do. */
const TASK =
  /^[^a-z]*(?:il s'agi(?:t|ra)|(?:le|ce) defi (?:est|consiste|vise)|(?:l'objectif|le but) (?:est|sera)) ?(?:a |de |d')/;
const DENIES = fr`ne (?:les |l'|la |le |lui |s'|se |pourra |peut |sera |seront |sont |fera |fait |en )?(?:[a-z]+ )?(?:pas|ni|aucun[e]?|en aucun cas|jamais)?|n'(?:est|en|utilise|exploite|acquiert|a|emporte|entend)(?: [a-z]+)?|aucune?|(?<!ou )sans|ni|interdit|s'interdit`;

/** « sans qu'aucun acte ne soit passé »: the use stands, and nothing allows it. */
const NO_DEED =
  /,? sans (?:qu'aucune? |aucune? |autre )?(?:acte|contrat|cession|autorisation|formalite|contrepartie|remuneration|convention)[^,;.]*/;

const ASSIGNS = fr`(?:cèd(?:e|ent|era|eront)|céder|cédée?s?|cession|cessions|concèd(?:e|ent|era|eront)|concéder|concession|concédée?s?|licences?|transf[eè]r(?:e|ent|t|era|és?|ée?s?)|transmett(?:ent|ra|ront),?(?: [a-z',-]+){0,20}? droits?|transmet,?(?: [a-z',-]+){0,20}? droits?|acte de cession|contrat de cession|autoris(?:e|ent|era|eront)|apport)`;
const RIGHTS = fr`droits?|exploitation|propriété intellectuelle|cession|licences?|cc[- ]by|eupl|gpl|mit|open source|etalab|creative commons|utiliser|utilisation`;
const NO_ASSIGNMENT = fr`(?:aucune?|sans|ni|pas (?:de|d')),?(?: [a-z',-]+){0,5} (?:cession|licence|concession|transfert|autorisation|formalité|contrat)|n'(?:emporte|implique|entraîne|est|a|opère|y),?(?: (?!qu['e])[a-z',-]+){0,6} (?:cession|licence|transfert|cédée?s?|concession)|ne (?:cèd|concèd|vaut|constitue|sont|seront|prévoit)[a-z]*,?(?: (?!qu['e])[a-z',-]+){0,5} (?:cession|licence|droits?|cédée?s?|transfert)|(?:cession|licence|transfert),?(?: [a-z',-]+){0,6} n'(?:est|a)`;
const OTHER_LICENCE = fr`licence (?:professionnelle|sportive)|licences? (?:de|des) (?:logiciels? (?:utilisés?|libres? utilisés?)|bibliothèques|outils|composants?|dépendances|briques|modules|tiers)|droit à l'image|images?|photographies?|carte|marché public cédé|données (?:sont |mises )?(?:[a-z ]{0,30})licence|jeux de données`;

interface Mention {
  readonly works?: boolean;
  readonly use?: Match;
  readonly assigns?: boolean;
}

const read = (phrase: Phrase): Mention | undefined => {
  const works = phrase.has(fr`${WORKS}`) && phrase.has(MAKES) && !phrase.has(NOT_ASKED);
  const assigns =
    phrase.has(ASSIGNS) &&
    phrase.has(RIGHTS) &&
    !phrase.has(NO_ASSIGNMENT) &&
    !phrase.has(OTHER_LICENCE) &&
    !phrase.has(fr`autorise(?:nt)? (?:[a-z']+ ){0,4}?(?:photographier|filmer)`);
  const all = [
    ...findAll(phrase.folded, OWNS),
    ...findAll(phrase.folded, SHOWN),
    ...findAll(phrase.folded, SERVE),
    ...findAll(phrase.folded, PASSIVE),
    ...findAll(phrase.folded, WHICH),
    ...findAll(phrase.folded, ACTIVE),
  ];
  const use = phrase.has(NO_USE)
    ? undefined
    : all.find(
        (m) =>
          !has(clauseOf(phrase.folded, m).replace(NO_DEED, ''), DENIES) &&
          !has(clauseOf(phrase.folded, m), BY_TEAMS) &&
          !has(m.text, fr`${THEM} (?:dispos|sert)[a-z]*$`),
      );
  return works || assigns || use ? { works, assigns, ...(use && { use }) } : undefined;
};

const MATTER = fr`devenir|suites?|utilisation|exploitation|propriété|droits|réutilisation|que deviennent|résultats|valorisation|productions?`;
const USER = fr`organisateurs?|acheteur|maître d'ouvrage|maîtrise d'ouvrage|pouvoir adjudicateur|caisses?|communes?|ville|métropole|département|région|agglomération|communauté|régie|organisme|établissement|centre hospitalier|hôpital|chu|état|ministère|direction|syndicat|université|agence|collectivité|carsat|caf|cpam|urssaf|msa|cnaf|cnam|cnav|ucanss|services?|elle|il|celle-ci|celui-ci|par (?:la|le|l')`;

/** « Devenir », « Utilisation par la ville »: what a column, or a row, tells of the works named beside. */
const FATE = fr`devenir|que devien(?:t|nent)|(?:ré)?utilisation|exploitation|(?:ré|ré-)?emploi|usages?`;
/** The label begins so: « Carnet d'usage » is a work. */
const tellsFate = ({ folded }: Passage): boolean => {
  const said = find(folded, FATE);
  return said !== undefined && !/[a-z]/.test(folded.slice(0, said.from));
};
const KEPT_BY_THEM = fr`${PARTICIPANTS}|auteurs?|néant|non|rest[a-z]+|restitu[a-zé]+|détrui[a-z]+|destruction`;

/** The works of a table that names them, and the cell that tells what the organiser does with them; undefined without. */
function usedInRows(draft: Draft): { readonly works: Sentence; readonly use: Sentence } | undefined {
  for (const { label, head, sentence, said } of labelled(draft)) {
    const table = sentence.passage.table;
    const isFate = tellsFate(label) || (head && head !== label && tellsFate(head));
    if (!table || !isFate || said.has(DENIES) || said.has(NO_USE) || sentence.has(KEPT_BY_THEM)) continue;
    const row = tellsFate(label) ? table.rows : table.rows.filter((r) => r.cells.includes(label));
    const works = row.flatMap((r) => r.cells).find((c) => c !== sentence.passage && c.has(fr`${WORKS}`))?.sentences[0];
    if (works) return { works, use: sentence };
  }
  return undefined;
}

/** What those who compete produce, the use the organiser makes of it, and the assignment of their rights. */
export const productions = defineFact<Productions>({
  id: 'concours-productions',
  title: 'Productions des équipes',
  read(piece) {
    const { draft } = piece;
    const found = draft.collect(read);
    const assigned = found.find((f) => f.value.assigns)?.sentence;
    const uses = found.filter((f) => f.value.use && f.sentence.passage.heading === undefined);
    // « Les équipes développent… » is their work; the organiser's use names it, or stands where the use is the matter.
    const theirs = uses.find(
      ({ value, sentence }) =>
        value.use && (has(value.use.text, OWNS) || has(value.use.text, SHOWN) || isOrganiser(sentence)),
    );
    const inRows = theirs ? undefined : usedInRows(draft);
    const used = theirs?.sentence ?? inRows?.use;
    const heard = used
      ? undefined
      : telling(piece, 'concours/exploitation-par-organisateur').find(
          ({ sentence: { folded, section } }) =>
            !has(folded, NO_USE) &&
            !has(folded, DENIES) &&
            !has(folded, BY_TEAMS) &&
            !TASK.test(folded) &&
            !section.heading?.has(CRITERIA),
        );
    return {
      // What is to be deployed or reproduced is made by the teams, even where nothing else says so.
      protected:
        found.find((f) => f.value.works)?.sentence ??
        inRows?.works ??
        [theirs, heard].find((u) => u?.sentence.has(fr`${WORKS}`))?.sentence,
      use: used
        ? { sentence: used, at: used.at() }
        : heard && { sentence: heard.sentence, at: heard.sentence.at(), doubt: hearing(heard) },
      assignment: assigned,
    };
  },
  show: ({ protected: p, use, assignment }) =>
    p || use
      ? { protegeables: p !== undefined, utilisees: use !== undefined, cession: assignment !== undefined }
      : undefined,
});

const isOrganiser = (s: Sentence): boolean => {
  const m = find(s.folded, USER);
  if (!m) return has(s.section.title, MATTER);
  return (
    has(s.section.title, MATTER) ||
    has(
      s.folded,
      fr`puise[a-z]*|emprunt[a-z]+|réutilis[a-zé]+|exploit[a-zé]+|propriété|modifi[a-zé]+|déploi[a-zé]+|mis[e]?s? en (?:service|ligne|production)|met en (?:service|ligne|production)|reprend[a-z]*|intègr[a-zé]+|industrialis[a-zé]+|adapt[a-zé]+|reproduire|utilis[a-zé]+|diffus[a-zé]+`,
    )
  );
};
