import type { Passage, Sentence } from '../../kit/draft.ts';
import { fr } from '../../kit/french/pattern.ts';
import type { Phrase } from '../../kit/markdown/prose.ts';
import type { Piece } from '../../kit/piece.ts';
import { cover } from '../../kit/span.ts';
import { has } from '../../kit/text.ts';
import { isSure, isTold, ofOtherLots, type Said, saying, whole, withHeard } from '../commun/index.ts';

/** « Trois poses en amphithéâtre depuis 2021 » */
const DEEDS =
  "(?:une?|deux|trois|quatre|cinq|six|\\d+) (?!exercices?|bilans?|annees?|ans)[a-z]+(?: [a-z0-9',-]+){0,12} (?:depuis (?:20\\d\\d|(?:moins de )?[a-z]+ ans)|(?:au cours des|sur les|dans les|ces) [a-z]+ dernieres annees)";
const REF = fr`reference[a-z]*(?![a-z])(?! (?:cadastral|normativ|bancair|commerciale|du (?:produit|marche|dossier|present)|de (?:l'offre|la consultation|dossier)|aux? (?!moins|minimum)|reglementaire|catalogue|techniques? (?:du|des) (?:produit|materiel)))|(?:prestations?|marches?|contrats?|operations?|realisations?|chantiers?|missions?|projets?|travaux|livraisons?|fournitures?|etudes?)(?: (?:de|d'|du|des) ?[a-z'-]+(?: [a-z'-]+){0,4}?)? (?:similaires?|comparables?|equivalente?s?|analogues?|semblables?|de meme nature|deja (?:realise|execute|conduit|livre)[a-z]*|execute[a-z]*|livre[a-z]*|realise[a-z]*)|(?:ans|annees) d'experience|(?:interventions?|installations?|deploiements?|affaires|commandes|clients?|experiences?)(?: (?:de|d'|du|des|en|dans) ?[a-z'-]+(?: [a-z'-]+){0,4}?)? (?:similaires?|comparables?|equivalente?s?|analogues?|semblables?|(?:de|du) memes? (?:nature|importance|taille|type|genre|ordre))|(?:jamais|pas encore|pas deja) (?:travaille|intervenu|execute|realise|livre|equipe|conduit|mene|deploye|installe)[a-z]*|n'(?:ont|a|aurait|auraient|aura|auront|ayant)(?: (?:encore|jamais))? (?:travaille|servi|equipe|accompagne|desservi|entretenu|approvisionne|execute|conduit|mene|installe|deploye)[a-z]*(?: (?:pour|chez|dans|avec))? aucune? (?!piece|document|justificati|demarche|action)[a-z]+|n'(?:a|ont|aurait|auraient|avait) (?:encore )?jamais (?!ete )[a-z]+|${DEEDS}|experiences? (?:prealable|anterieure|similaire|comparable|d'au moins|de (?:\w+ )?(?:annees|ans)|reussie|significative)[a-z]*`;
const OUT = fr`(?:dossier|candidature|pli|enveloppe)s? (?:referme|clos|retourne|renvoye|mis de cote|laisse de cote)(?:e|s|es)?|sans (?:autre |plus ample )?examen|eliminatoires?|elimin(?:e|ee|es|ees|ation|er|era|ent)|(?:rejet|(?<!(?:cas|motifs?|causes?|situations?) d')exclusion|irrecevabilite|inadmissibilite)|(?:rejete|ecarte|exclu|refuse)(?:e|s|es)?|irrecevables?|non recevables?|disqualifi(?:e|ee|es|ees|er|era|ent)|ecartera|rejettera|ne (?:sera|seront|peut|peuvent|pourra|pourront|saurait|sauraient) (?:pas )?(?:etre )?(?:admis|retenu|examine|etudie|recevable|accepte|analyse|ouvert|lu|prise? en (?:compte|consideration)|concourir|candidater|soumissionner|participer)[a-z]*|s'arrete(?:nt|ra|ront)? la|n'est pas (?:admis|retenu|examine|recevable|accepte|ouvert|lu|etudie|analyse)[a-z]*|ne sont pas (?:admis|retenu|examine|recevable|accepte)[a-z]*`;
const ADMITTED = fr`(?:admis|retenu|examine|recevable|autorise|accepte|analyse)(?:e|s|es)?|(?:peuvent|pourront|peut|pourra) (?:[a-z]+ )?(?:concourir|candidater|soumissionner|participer|repondre|postuler|etre)|(?:concour|candidat|soumissionn|postul)(?:ent|ront)`;
/** « Ceux qui assurent déjà la fourniture de deux établissements » */
const ALREADY = fr`déjà`;
/** Who has done it before. */
const EXPERIENCED = fr`(?:a|ont|ayant|aura|auront) deja [a-z]+`;
/** « L'absence de références n'est pas éliminatoire », « ne suffit pas à l'éliminer ». */
const KEPT = fr`(?:pas|ni) (?:en soi )?(?:une? |de )?(?:cause|motif|cas|raison)s? d(?:e |')(?:elimin|ecart|exclu|rejet|irrecevab)[a-z]*|(?:n'est|ne sera|ne serait|ne sont|ne seront)(?: (?!ser|sont)[a-z',]+){0,8}? (?:d'|de )?(?:elimin|ecart|exclu|rejet|irrecevab|penalis|disqualifi)[a-z]*|(?:ne (?:peut|peuvent|pourra|pourront|saurait|sauraient|doit|doivent)|n'a pas vocation),?(?: [a-z',-]+){0,6}? (?:justifier|suffire|constituer|conduire|entrainer|motiver|elimin[a-z]*|ecart[a-z]*|exclu[a-z]*|rejet[a-z]*)|(?:n'entraine|n'entrainera|ne conduit|ne conduira|ne justifie|ne suffit|ne suffira|ne constitue|n'emporte|ne vaut|n'exclut|n'elimine)|pour ce (?:seul )?motif|de ce (?:seul )?fait|sans (?:etre|que) (?:elimin|ecart|exclu)[a-z]*|ni eliminatoires?|regularis[a-z]+|invitee?s? a completer`;
const OTHER_PROOF = fr`(?:tout|toute|tous|par d'|un|d') ?(?:autres?|moyens?) ?(?:elements?|moyens?|preuves?|documents?|justificatifs?|titres?)?(?: [a-z]+){0,3}|par tout(?:e)? (?:moyen|preuve)|d'autres (?:moyens|elements|preuves|justificatifs)|autres? (?:moyens?|preuves?|elements?|justificatifs?)|ni (?:aucune? |d')?(?:justifi[a-z]+|preuves?|moyens?|titres?|qualifications?|certificats?|elements?)|ou equivalente?s?|a defaut d'en avoir`;
/** Other proof that is said to be of no use: « sans que ses autres justifications soient examinées ». */
const IN_VAIN = fr`(?:sans (?:que |qu'|examen |égard |tenir compte |considération )|quand bien même )(?:[a-z']+ ){0,4}(?:d')?autres?(?: [a-z']+){0,3}|(?:quels|quelles) que soient (?:[a-z']+ ){0,3}autres?(?: [a-z']+){0,2}|(?:nonobstant|malgré|en dépit de|indépendamment de) (?:[a-z']+ ){0,2}autres?(?: [a-z']+){0,2}|(?:aucune?|nul|nulle) autres?(?: [a-z']+){0,4} (?:n'est|ne [a-z]+)`;
/** To lean on another firm is open to all, and is no other kind of proof. */
const LEANING = fr`d'autres (?:operateurs?|entites?|entreprises?|societes?|intervenants?|membres?|co-?traitants?|partenaires?)(?: economiques?)?`;
const givesOther = (words: string): boolean => has(words.replace(IN_VAIN, ' ').replace(LEANING, ' '), OTHER_PROOF);
const MANY = fr`au moins|minimum|minimale?|moins de|une|deux|trois|quatre|cinq|six|\d+`;
const LACK = fr`absence|defaut|faute|a defaut|sans|aucune?|ne (?:peut|peuvent|pourra|pourront|justifi[a-z]+|presente[a-z]*|dispos[a-z]+|produi[a-z]+|fourni[a-z]+)|n'(?:ayant|a|ont|est|en|etant)|moins d|depourvu[a-z]*|dans le cas contraire|sous peine|peine d|manque|insuffisan[a-z]+|ne pas|ne [a-z]+ant`;
const OTHERWISE =
  /^(?:a defaut|faute d|dans le cas contraire|sinon|en l'absence|toute? (?:candidature|candidat|entreprise)|les (?:candidats|candidatures|entreprises)|le candidat)/;
/** « L'entreprise qui n'en présente aucune »: takes up what was asked just before. */
const WITHOUT_THEM = fr`qui ne (?:les a|les ont|peut les montrer|les montre) pas|qui n'en (?:montre|presente|justifie|compte|produit)[a-z]* (?:pas|qu'une?|que|aucune?)|(?:dossier|cabinet|institut|fournisseur|prestataire|entreprise|equipe|societe|operateur|soumissionnaire|concurrent|candidat|candidature|groupement|postulant|celui|celle|celles|ceux)s? (?:qui |dont le dossier )?(?:n'en|ne les|n'(?:en )?(?:a|ont|aurait|auraient)|n'y|n'en [a-z]+)(?: [a-z]+){0,5}? (?:aucune?|pas|ni|qu'une?)|sans elles|qui n'en (?:a|ont|auraient|aurait) (?:pas|aucune?)`;
/** « Une réserve cependant : … »: what was open is shut. */
const TAKES_BACK = fr`réserve|cependant|toutefois|néanmoins|en revanche`;
/** Candidatures are ranked, or what was already given need not be given again. */
const NOT_ASKED = fr`critères? de (?:sélection|choix)(?: des candidatures)?|ne (?:sont|est|seront|sera) pas tenue?s? de (?:fournir|produire|remettre)`;
const REFERENCE = fr`références?`;
const NOT_CAPACITY = fr`criteres? (?:de jugement|d'attribution)|notee?s?|ponderation|l'offre (?:est|sera)|les offres`;

interface RefRead {
  readonly ref: boolean;
  readonly out: boolean;
  readonly kept: boolean;
  readonly proof: boolean;
  readonly many: boolean;
  readonly lack: boolean;
}

const readRef = (phrase: Phrase): RefRead | undefined => {
  const ref = phrase.has(REF);
  const out = phrase.has(OUT);
  if (!ref && !out) return undefined;
  return {
    ref,
    out,
    kept: phrase.has(KEPT),
    proof: phrase.has(OTHER_PROOF) && givesOther(phrase.folded),
    many: phrase.has(MANY),
    lack: phrase.has(LACK),
  };
};

const OTHER_MATTER = fr`attestations? (?:de vigilance|fiscales?|sociales?|d'assurance)|déclarations?|dc ?[1-4]|dume|assurances?|chiffre d'affaires|pouvoirs?|kbis`;
const UNMET = fr`ne remplissant pas|ne satisfaisant pas|qui n'en`;
const ELIMINATING = fr`eliminatoire`;
/** A sentence on references puts out those who have none: by itself, by its lead or by another cell of its row. */
function excludesWithout({ out, lack, many }: RefRead, { passage }: Sentence): boolean {
  if (out && (lack || many)) return true;
  // « Sous peine d'élimination, le candidat présente : – trois références au moins ».
  const lead = passage.list ? passage.lead : undefined;
  if (many && lead?.has(OUT) && !lead.has(KEPT) && !lead.has(OTHER_PROOF)) return true;
  return cellsBeside(passage).some((c) => {
    const head = /^oui/.test(c.folded) ? passage.table?.headerOf(c) : undefined;
    return head !== undefined && !head.has(KEPT) && [ELIMINATING, OUT].some((p) => head.has(p));
  });
}

/** A sentence puts out those who have not the references that the one before (`before`), or another cell, is on. */
function excludesThose({ out, lack }: RefRead, sentence: Sentence, before: RefRead | undefined): boolean {
  const { folded, passage } = sentence;
  const follows = before?.ref && !before.kept && !before.proof;
  const isLack = (OTHERWISE.test(folded) && (lack || sentence.has(UNMET))) || sentence.has(WITHOUT_THEM);
  if (follows && isLack) return true;
  const isMark = /^[a-z' ]{0,20}(?:eliminatoire|oui)/.test(folded) || (passage.cell && out && lack);
  return isMark === true && cellsBeside(passage).some((c) => c.has(REF) && !c.has(OTHER_PROOF));
}

/** The sentence, the one before, what leads to it, its row, its title. */
const aroundOf = (sentence: Sentence): readonly (Passage | Sentence)[] =>
  [
    sentence,
    sentence.previous,
    sentence.passage.lead,
    ...cellsBeside(sentence.passage),
    sentence.section.heading,
  ].filter((s) => s !== undefined);
const cellsBeside = (passage: Passage): readonly Passage[] => passage.table?.rowOf(passage)?.cells ?? [];

/** « Leur absence n'est pas éliminatoire. »: the sentence after keeps in who has none. */
const isKeptThen = ({ next }: Sentence): boolean =>
  next?.has(KEPT) === true && next.has(LACK) && !next.has(fr`autres lots|lots? [0-9a-z]`);

/** Where the want of references alone puts a candidate out. */
export function eliminating(piece: Piece): Said[] {
  const found = piece.draft.collect(readRef);
  const by = new Map(found.map((f) => [f.sentence, f.value]));
  const only = piece.draft.collect(readOnly);
  const out: Said[] = [];
  const admitted = new Set(
    saying(piece, 'candidature/autres-preuves-admises').flatMap(({ surety, sentence }) =>
      surety === 'sure' ? [sentence] : [],
    ),
  );
  const isOpen = (o: Sentence) => (o.has(OTHER_PROOF) && givesOther(o.folded)) || admitted.has(o);
  // Another proof may be admitted for another lot.
  const openBeside = (s: Sentence) =>
    !s.has(TAKES_BACK) && s.passage.sentences.some((o) => o !== s && isOpen(o) && !ofOtherLots(o, s));
  const open = (s: Sentence) => isOpen(s) || openBeside(s);
  for (const { sentence } of only) if (!open(sentence)) out.push({ at: sentence.span, sentence });
  for (const { value, sentence } of found) {
    if (value.kept || value.proof || isKeptThen(sentence) || sentence.has(NOT_CAPACITY) || sentence.has(KEEPS_IN))
      continue;
    if (sentence.passage.isTitle) continue;
    const before = sentence.previous && by.get(sentence.previous);
    const isOut = value.ref ? excludesWithout(value, sentence) : excludesThose(value, sentence, before);
    if (isOut && !open(sentence) && !out.some((o) => o.sentence === sentence))
      out.push({ at: sentence.span, sentence });
  }
  // What keeps a candidate in, or admits another proof, prevails over what is heard.
  const isShut = (sentence: Sentence, sure: boolean) => {
    const { passage } = sentence;
    const lead = passage.list ? passage.lead : undefined;
    const row = cellsBeside(passage);
    return (
      isSaidInCell(sentence, sure) &&
      // The label of the row says of what else the cell speaks.
      !passage.rowLabel?.has(OTHER_MATTER) &&
      // « - éléments du tableau 4 »: an item says nothing by what stands around it.
      (!passage.list || [REF, OUT, EXPERIENCED].some((p) => sentence.has(p))) &&
      // « Rien de ce qui se vend ne fait les trois »: of nobody who applies.
      [REF, OUT, EXPERIENCED, LACK, ADMITTED, ALREADY].some((p) => sentence.has(p) || sentence.previous?.has(p)) &&
      // What is but probable is told near the word.
      (sure || aroundOf(sentence).some((s) => [REF, REFERENCE, EXPERIENCED].some((p) => s.has(p)))) &&
      // « Au moins 400 000 € HT sur le meilleur exercice »: a turnover.
      !(sentence.has(TURNOVER) && sentence.has(MONEY)) &&
      !isMerelyAsked(sentence, lead) &&
      // A reference that is not of works done.
      (sentence.has(REF) || !sentence.has(REFERENCE)) &&
      !sentence.has(KEPT) &&
      !isKeptThen(sentence) &&
      (sure || !(sentence.has(NOT_CAPACITY) || open(sentence))) &&
      !admitted.has(sentence) &&
      !openBeside(sentence) &&
      !sentence.has(NOT_ASKED) &&
      !sentence.has(KEEPS_IN) &&
      ![lead, ...row].some((s) => [KEPT, OTHER_PROOF, NOT_ASKED].some((open) => s?.has(open)))
    );
  };
  const all = withHeard(piece, 'candidature/elimine-sans-references', out, (sentence, doubt) =>
    isShut(sentence, isSure(doubt)) ? whole(sentence, doubt) : undefined,
  );
  // « Trois contrats sont exigés pour être examiné. Faute de les justifier, il est écarté »: one fault over both sentences.
  const goesOn = ({ sentence }: Said) => !sentence.has(REF) && all.some((o) => o.sentence === sentence.previous);
  return all
    .filter((said) => !goesOn(said))
    .map((said) => {
      const next = all.find((o) => o.sentence.previous === said.sentence && goesOn(o));
      return next ? { ...said, at: cover(said.at, next.at) } : said;
    });
}

/** « Sont à remettre : – une liste de trois chantiers au plus »: asked for, and nobody is put out there. */
const isMerelyAsked = (item: Sentence, lead: Passage | undefined): boolean =>
  lead?.has(TO_HAND_IN) === true && ![lead, item].some((p) => [OUT, LACK, NEEDED].some((words) => p.has(words)));
const TO_HAND_IN = fr`à (?:remettre|fournir|produire|joindre|transmettre|présenter)|(?:remet|fourni|produi|joi|présent|transmet)[a-z]*|(?:dossier|candidature|pli)s? (?:compren|contien|comport|se compose)[a-z]*`;
const NEEDED = fr`au moins|minim[a-z]+|obligat[a-z]+|exig[a-z]+|impérati[a-z]+|nécessair[a-z]+|recevab[a-z]+|condition[a-z]*|seul[a-z]*|doi(?:t|vent)|devr[a-z]+|préalable`;

/** « | Déclaration relative aux motifs d'exclusion | »: a document asked for, unless some word of its row puts out. */
function isSaidInCell(sentence: Sentence, sure: boolean): boolean {
  if (!sentence.passage.cell) return true;
  const row = cellsBeside(sentence.passage);
  // « Éliminatoire » answers what its row is about.
  return sure && isTold(sentence)
    ? sentence.has(LACK) || row.some((c) => c.has(OUT))
    : sentence.has(OUT) && row.some((c) => c.has(REF));
}

const TURNOVER = fr`exercices?|chiffres? d'affaires`;
const MONEY = /€|euros?(?![a-z])/;

/** « N'écarte pas, à elle seule, un candidat », « des captures d'écran suffisent ». */
const KEEPS_IN = fr`n(?:e |')(?:[a-z]+ ){0,2}(?:écart|élimin|rejet|exclu|disqualifi|pénalis)[a-zé]* (?:pas|point|jamais|aucun|personne|nul)|(?<!ne )(?<!ne leur )(?:suffit|suffisent|suffira|suffiront)(?! pas)`;
const NOT_CANDIDATE = fr`attributaire|notee?s?|offres?`;
/** « Seules seront admises les candidatures présentant trois références. » */
const readOnly = (phrase: Phrase): true | undefined =>
  (phrase.has(REF) || phrase.has(EXPERIENCED)) &&
  phrase.has(
    /^[^a-z]*(?:par ailleurs,? |en outre,? |(?:pour )?(?:le |les )?lots? [0-9a-z, et]{1,12} ?[:,-] ?)?(?:ne (?:sont|seront) (?:admis|retenu|examine)[a-z]* que|seul(?:e?s)?) /,
  ) &&
  phrase.has(ADMITTED) &&
  !phrase.has(OTHER_PROOF) &&
  !phrase.has(NOT_CANDIDATE)
    ? true
    : undefined;
