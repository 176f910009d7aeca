import type { Sentence } from '../../kit/draft.ts';
import { fr } from '../../kit/french/pattern.ts';
import { clauses } from '../../kit/french/sentences.ts';
import { defineFact, type Piece } from '../../kit/piece.ts';
import type { Doubt } from '../../kit/rule.ts';
import { find, findAll, has, type Match } from '../../kit/text.ts';
import { type Readable, wordsOf } from '../../kit/words.ts';
import { isSure, labelled, withHeard } from '../commun/index.ts';

/** How a piece wants the invoices of the contractor, where it is not by the public portal. */
export interface EnvoiFactures {
  /** `portail-exclu`: the portal is not to be used; `electronique-refusee`: no electronic invoice is taken. */
  readonly moyen: 'papier' | 'courriel' | 'portail-exclu' | 'electronique-refusee';
  /** No other way is open. */
  readonly seul: boolean;
  readonly sentence: Sentence;
  readonly doubt?: Doubt;
}

const INVOICE = fr`(?<!(?:totaux|total|totale|prix|montants?|sommes?|produits?|quantités?|tarifs?|jours|heures) )factures?|notes? (?:de |d')(?:loyers?|débours|vacations?|prestations?|travaux)|appels? (?:de |à )(?:loyers?|fonds)|relevés? de loyers?|quittances?|mémoires? de frais|notes? (?:d'honoraires|de frais et honoraires)|états? (?:d'acompte|d'honoraires|de règlement)|facturation|(?:mémoires?|décomptes?|états?|relevés?|notes?|comptes?) (?:de ce qui (?:lui |leur )?(?:est|reste|sera) dû|des (?:sommes|montants) (?:dues?|dus))|pour (?:être|se faire) (?:pay|régl|rémunér)[a-zé]*,? (?:[a-z']+ ){1,8}?(?:notes?|décomptes?|mémoires?|relevés?)|demandes? de (?:paiement|règlement|versement|acomptes?)|(?:situations?|mémoires?) de travaux|situations? mensuelles?|projets? de décompte(?: mensuels?)?`;
const SENT = fr`(?:adress|envoy|transm|expedi|remet|remis|present|produi|communiqu|parvenir|achemin|post|depos|joi[gn]n?)[a-z]*|envois?|etabli(?:e|es|t|ssent|ra)?|(?<!ne |n'y )(?:recoit|recevons|recoivent|recues?)`;
const PAPER = fr`(?:sur |(?:sous |en |au )?(?:format |forme |version |support ))papier|papier|par (?:la )?(?:voie postale|poste|courrier(?! electronique)|lettre|pli|telecopie|fax|porteur)|en mains? propres?|au guichet|contre (?:recepisse|decharge|recu)|en (?:deux|trois|quatre|cinq|double|triple|plusieurs|[2-5]) (?:\([^)]{1,8}\) ?)?exemplaires?`;
const MAIL = fr`en pieces? jointes?(?! (?:a la facture|de|du)|,? (?:le|la|les|un|une|des|ses|son) )|(?:en|au format|sous format|fichiers?) (?:\.)?pdf|par (?:courriel|e-?mail|mail|courrier electronique|messagerie)|(?:a|aux?) (?:l'|la |cette |les )?(?:adresses?|boites?) (?:[a-z]+ )?(?:mail|e-?mail|courriel|electronique|de messagerie)s?|[a-z0-9._-]+@[a-z0-9.-]+`;
const ONLY = fr`exclusivement|uniquement|seulement|seule?s?|obligatoirement`;
const PORTAL = fr`chorus|portail`;
const CHORUS = fr`chorus`;
const ELECTRONIC = fr`(?:voie|forme|format|maniere|facon) (?:electronique|dematerialisee?)|factur(?:es?|ation) (?:[a-z]+ )?(?:electroniques?|dematerialisees?)|dematerialisation des factures`;
/** Not the invoice by which the buyer is asked to pay, or not the way it comes as a rule. */
const OTHER_INVOICE = fr`(?<!(?:avec|et) (?:[a-z0-9]+ )?)copies?|duplicatas?|pro-? ?forma|justificati[a-z]*|acquitt[a-z]*|rembours[a-z]*|sous-?traitants?|(?<!(?<![a-z])le )fournisseurs?|defaut|dysfonctionnement|indisponib[a-z]*|panne|impossibilite|incident|questions?|renseignements?|rejet[a-z]*|refus[a-z]*|litige|reclamations?|relances?|aucune?|n'est|ne (?:sont|sera|seront|peut|peuvent)|plutot|non|avis|notifi[a-z]*|inform[a-z]*|candidats?|offres?`;
/** Another paper between the invoice and the way, which is that of this one, unless it goes with the invoice. */
const OTHER_PAPER = fr`devis|rapports?|attestations?|certificats?|releves?|proces-verba(?:l|ux)|courriers?|lettres?|decisions?|ordres? de service`;
const WITH = fr`accompagn[a-z]*|joint[a-z]*|annex[a-z]*|avec`;

const PORTAL_NAME = "(?:chorus(?: ?-?pro)?|(?:le |du )?portail(?: public)?(?: de (?:la )?facturation| de l'etat)?)";
/** « … qu'après le service fait » tells when, and lets it pass there. */
const PORTAL_AT_ALL = `${PORTAL_NAME}(?!(?: [a-z]+){0,3} qu[e'])`;
/** « Ne sont pas déposées », « il n'en est déposé aucune ». */
const UNSENT =
  "(?:(?:ne |n'(?:en )?)(?:(?:est|sont|sera|seront|doit|doivent|peut|peuvent|en aucun cas|jamais|pas|etre) ){0,3}|pas |interdit de |interdiction de )(?:les )?(?:depos|transm|envo|adress|pass)[a-z]* (?:(?:pas|plus|jamais|aucune?) )?";
const NO_PORTAL = fr`(?<!hors |dehors de |dehors du |autre que |sans |par |via |sur |par le |via le |sur le )${PORTAL_NAME} (?:n'est (?:pas|ni|plus)|ne (?:sera|peut|doit|saurait)|est (?:exclu|interdit|proscrit))|${UNSENT}(?:par|sur|via|dans) (?:(?:le|un|aucun) )?${PORTAL_AT_ALL}|(?:depot|envoi|recours|usage|utilisation) (?:[a-z]+ ){0,3}(?:sur |a |par |via |de |du )(?:le )?${PORTAL_NAME} (?:n'est (?:pas|plus)|est (?:exclu|interdit|proscrit|refuse))|${PORTAL_NAME} ?: ?(?:non|pas|jamais|exclue?|interdite?|sans objet|neant|aucune?)`;
/** « notre service n'étant pas raccordé au portail », « à l'exclusion d'un dépôt sur Chorus Pro »: the buyer does without it. */
const WITHOUT_PORTAL = fr`à l'exclusion (?:de |d')?(?:tout |un |l'|la |toute |une )?(?:(?:dépôt|envoi|transmission|passage|recours|usage|utilisation) (?:[a-z']+ ){0,2})?${PORTAL_NAME}|(?:n'(?:est|étant|utilis[a-z]+|emploi[a-z]+|a|ayant|exploit[a-z]+)|ne (?:dispos|recour|pass|travaill|utilis|serv|consult|relèv|lis|regard|ouvr|surveill)[a-z]+|ne se ser[a-z]+) (?:pas |plus |point )?(?:(?:encore |[a-z]+ment )?(?:reli|raccord|connect|inscri|abonn|référenc|présent|ouvert|accès|recours|adhér|activ)[a-z]* )?(?:au |à |aux |sur |par |de |d'|du |avec )?(?:l'|le |la )?${PORTAL_AT_ALL}|(?:sans|au lieu (?:de|du)|plutôt que|et non)(?: (?:pas |passer|transiter|recourir|recours|dépôt|utiliser|être|déposée?s?|les?|par|sur|via|à|au|de))* ${PORTAL_NAME}|${PORTAL_NAME},? (?:que|auquel|à laquelle) (?:le |la |l'|les |notre |nos )?[a-z' -]{2,40} (?:n'est|n'utilise|n'a|ne (?:sait|peut|traite|recourt|consulte))|${PORTAL_NAME},? (?:nous|on|elle|il|(?:la|le|l') ?[a-z]+|nos services|notre service) (?:ne |n')(?:l'|le |y |en )?(?:ouvr|utilis|consult|emplo|recour|regard|lis|relev|pass|us|serv|av)[a-z]* (?:pas|point|jamais|plus)`;
/** What the contractor is to do where he is not on the portal yet, or what comes by another way and is sent back. */
const NOT_REFUSED = fr`(?:si|s'il|lorsque|lorsqu'il|tant qu[e']|quand) (?:[a-z']+ ){0,6}n'(?:est|a)|(?:titulaire|prestataire|entreprise|fournisseur)s? (?:qui (?:ne|n'[a-z]+)|n'est|ne sont|n'étant|n'a)|(?:rejet|retourn|refus|non trait|irrecevabl|pas trait|pas accept|pas reçu)[a-z]*`;
const NO_ELECTRONIC = fr`factur(?:es?|ation) (?:electroniques?|dematerialisees?|transmises? par voie electronique) (?:n'est (?:pas|plus)|ne (?:sera|seront|sont|peut|peuvent) (?:pas|plus|en aucun cas)|(?:est|sont|sera|seront) (?:refus|rejet|exclu|interdit|irrecevable)[a-z]*)|aucune facture (?:electronique|dematerialisee) (?:n'est|ne sera)`;

const avoidsPortal = (phrase: Readable): boolean =>
  phrase.has(NO_PORTAL) || (phrase.has(WITHOUT_PORTAL) && !phrase.has(NOT_REFUSED));

const WAYS = [
  ['courriel', MAIL],
  ['papier', PAPER],
] as const;

/** The invoice `asked` is `sent` by a way that stands near, and no other paper is. */
function goesBy(text: string, asked: Match, sent: Match, way: RegExp): boolean {
  const at = find(text, way);
  if (!at) return false;
  // « Il dépose au guichet, contre récépissé, sa demande de règlement »: the way before what goes by it.
  const isFirst = at.to <= asked.from && sent.from < at.from;
  if (at.to <= asked.to && !isFirst) return false;
  const between = isFirst ? text.slice(at.to, asked.from) : text.slice(asked.to, at.from);
  const from = isFirst ? sent.to : Math.max(asked.to, sent.to);
  const isNear = Math.max(at.from - from, between.length) <= 110;
  return isNear && (!has(between, OTHER_PAPER) || has(between, WITH));
}

const wayIn = (text: string): 'papier' | 'courriel' | undefined => {
  const asked = findAll(text, INVOICE)[0];
  const sent = find(text, SENT);
  if (!asked || !sent || has(text, OTHER_INVOICE)) return undefined;
  return WAYS.find(([, way]) => goesBy(text, asked, sent, way))?.[0];
};

const read = (phrase: Readable): Omit<EnvoiFactures, 'sentence'> | undefined => {
  if (phrase.has(CHORUS) && avoidsPortal(phrase)) return { moyen: 'portail-exclu', seul: phrase.has(ONLY) };
  if (!phrase.has(INVOICE)) return undefined;
  const seul = phrase.has(ONLY);
  if (phrase.has(NO_ELECTRONIC)) return { moyen: 'electronique-refusee', seul };
  if (avoidsPortal(phrase)) return { moyen: 'portail-exclu', seul };
  if (!phrase.has(SENT) || phrase.has(PORTAL)) return undefined;
  for (const { from, to } of clauses(phrase.folded)) {
    const moyen = wayIn(phrase.folded.slice(from, to));
    if (moyen) return { moyen, seul };
  }
  return undefined;
};

const PRONOUN = /^(?:elles?|celles-ci) /;
/** How an invoice may come, in whatever words. */
const HEARD: ReadonlyMap<EnvoiFactures['moyen'], RegExp> = new Map([
  ['courriel', fr`${MAIL.source}|mails?|courriels?|messages?|messagerie|pdf`],
  [
    'papier',
    fr`${PAPER.source}|mains? propres?|guichet|enveloppe|postale?s?|post(?:er|ée?s?)|exemplaires?|originale?|originaux|télécopie|tampon[a-z]*|vaguemestre|facteur`,
  ],
]);
/** Invoices are named in the sentence, its label, its title or the sentence before. */
function isOnInvoices(sentence: Sentence): boolean {
  const { passage, previous, section } = sentence;
  const label = passage.rowLabel;
  return [sentence, label, previous, section.heading, passage.lead].some((p) => p?.has(INVOICE));
}

/** « ## Factures / Elles sont envoyées par courrier. » */
const underTitle = ({ draft }: Piece): readonly EnvoiFactures[] =>
  draft
    .sectionsTitled(INVOICE)
    .flatMap(({ own, heading }) => own.flatMap((p) => (p === heading ? [] : p.sentences)))
    .flatMap((sentence) => {
      const said = namingInvoices(sentence);
      const value = said && read(wordsOf(said));
      return value ? [{ ...value, sentence }] : [];
    });

/** « Le titulaire établit une facture par mois. Il l'adresse sur papier »: the sentence before names what is sent. */
const TAKEN_UP =
  /^(?<who>(?:il|elle|le titulaire|le prestataire|l'entreprise)) (?:l'|la |les )(?<sends>(?:adress|envo|transm|expedi|remet|depos)[a-z]*)(?![a-z])/;
const isTakenUp = (folded: string): boolean => TAKEN_UP.test(folded);
const afterInvoices = ({ draft }: Piece): readonly EnvoiFactures[] =>
  draft.sentencesWith(isTakenUp).flatMap((sentence) => {
    const { previous, passage, folded } = sentence;
    if (previous?.passage !== passage || !previous.has(INVOICE) || previous.has(OTHER_PAPER)) return [];
    const value = read(wordsOf(folded.replace(TAKEN_UP, '$<who> $<sends> la facture')));
    return value ? [{ ...value, sentence }] : [];
  });

/** What a sentence under such a title says, the invoices named; undefined where it does not take them up. */
function namingInvoices(sentence: Sentence): string | undefined {
  const { folded, previous, section } = sentence;
  if (ENCLOSED.test(folded)) return undefined;
  if (!previous && PRONOUN.test(folded)) return folded.replace(PRONOUN, 'les factures ');
  if (sentence.has(INVOICE) || !section.heading?.has(DEMANDS)) return undefined;
  const said = folded.replace(A_DEMAND, 'sa facture');
  return said === folded ? undefined : said;
}
const DEMANDS = fr`demandes?`;
/** « Demandes de paiement », and under it « le titulaire envoie sa demande » */
const A_DEMAND =
  /(?<![a-z])(?:sa|ses|la|les|cette|ces|chaque|une) demandes?(?![a-z])(?! (?:de |d'|du |des |par laquelle))/;

/** « Déploiement : une facture par vague admise »: how many there are, and not how they come. */
const isOfHowMany = (s: Sentence): boolean =>
  s.has(fr`factures? (?:unique )?par`) && ![...HEARD.values()].some((way) => s.has(way));

/** « Elle est accompagnée des bons de pesée, qui peuvent être remis sur papier »: what goes with it. */
const ENCLOSED = /accompagn[a-z]* d[^,;.]{2,60}, (?:qui|lesquel(?:le)?s|remis|fournis|joints)/;

/** Sentences that want invoices elsewhere than on the public portal; empty when there is none. */
export const envoiFactures = defineFact<readonly EnvoiFactures[]>({
  id: 'envoi-factures',
  title: 'Envoi des factures hors du portail public',
  read(piece: Piece) {
    const found = piece.draft
      .collect(read)
      .filter(({ sentence }) => !sentence.passage.isTitle)
      .map(({ value, sentence }): EnvoiFactures => ({ ...value, sentence }));
    const known = new Set(found.map(({ sentence }) => sentence));
    for (const { sentence, said } of labelled(piece.draft)) {
      if (known.has(sentence)) continue;
      // The label names the invoices for each clause of the cell.
      const moyen = said.has(PORTAL) ? undefined : wayIn(said.folded);
      const value = read(said) ?? (moyen && { moyen, seul: said.has(ONLY) });
      if (value) found.push({ ...value, sentence });
    }
    found.push(...underTitle(piece), ...afterInvoices(piece));
    const isOfWays = ({ moyen }: EnvoiFactures) => moyen === 'papier' || moyen === 'courriel';
    // What is heard is of how invoices are sent: it has no say on a portal or a form that is refused.
    const refusals = found.filter((one) => !isOfWays(one));
    const ways = withHeard(piece, 'execution/facture-hors-portail', found.filter(isOfWays), (sentence, doubt) => {
      const sure = isSure(doubt);
      const moyen = [...HEARD].find(([, way]) => sentence.has(way))?.[0] ?? (sure ? 'courriel' : undefined);
      if (refusals.some((one) => one.sentence === sentence)) return undefined;
      if (
        !moyen ||
        isOfHowMany(sentence) ||
        !isOnInvoices(sentence) ||
        ENCLOSED.test(sentence.folded) ||
        sentence.has(PORTAL) ||
        sentence.has(OTHER_INVOICE)
      )
        return undefined;
      if (!sure && sentence.has(OTHER_PAPER) && !sentence.has(WITH)) return undefined;
      return { moyen, seul: sentence.has(ONLY), sentence, doubt };
    });
    return [...ways, ...refusals].sort((a, b) => a.sentence.span.start - b.sentence.span.start);
  },
  show: (list) => (list.length > 0 ? list.map(({ moyen }) => moyen) : undefined),
});

const OPEN = fr`chorus|portail|electroniques?|dematerialis[a-z]*`;

/** « Le sous-traitant est payé directement. Il dépose sa demande sur le portail Chorus Pro »: its own. */
const isOfSubcontractor = (s: Sentence): boolean =>
  !s.has(CONTRACTOR) && [s, s.previous].some((near) => near?.has(SUBCONTRACTOR));
const SUBCONTRACTOR = fr`sous-traitants?`;
const CONTRACTOR = fr`titulaire (?:et|dépose|transmet|adresse|envoie|remet|établit)|factures|prestataires?`;

/** Whether some piece of the consultation opens the portal to invoices, or any electronic way in the place of paper. */
export const isOpenTo = (piece: Piece, moyen: EnvoiFactures['moyen']): boolean =>
  piece.consultation.pieces.some(({ draft }) =>
    draft
      .sentencesWith(OPEN)
      .some(
        (s) =>
          (((s.has(PORTAL) && s.has(INVOICE)) || s.has(CHORUS)) && !isOfSubcontractor(s)) ||
          (moyen === 'papier' && s.has(ELECTRONIC) && s.has(INVOICE)),
      ),
  );
