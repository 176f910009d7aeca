import type { Passage, Sentence, Table } from '../../kit/draft.ts';
import { fr } from '../../kit/french/pattern.ts';
import type { Phrase } from '../../kit/markdown/prose.ts';
import { defineFact, type Piece } from '../../kit/piece.ts';
import { find, findAll, has } from '../../kit/text.ts';
import { answering, saying } from '../commun/index.ts';

/** A phase as a text names it. */
export interface PhaseMention {
  readonly research: boolean;
  readonly acquisition: boolean;
}

const PHASE = '(?:phases?|etapes?|periodes?|volets?|stades?|sequences?)';
const HEAD = fr`${PHASE}`;
/** Phases of the award, not of the contract. */
const OF_AWARD = fr`candidatures?|négociations?|offres?|consultation|sélection|passation|analyse des|jugement|dialogue|transitoire|de garantie|d'essai d'embauche|de préparation|de congé`;
const RESEARCH = fr`recherches?|chercher|mettre au point|r ?(?:&|et) ?d|développements?|développe(?:r|nt)?|études?|conception|concevoir|faisabilité|prototyp(?:es?|age)|expériment(?:ation|er|ale)|démonstrateurs?|maquett(?:es?|age)|preuve de concept|poc|modélisation|idéation|co-?conception|élaboration|mise au point|exploratoire|pilotes?`;
const ACQUISITION = fr`acquisitions?|acquérir|acquiert|achats?|ach[eè]t(?:er|e|era|eront|ent)|déploiement|déployer|déploie|fournitures?|commandes?|généralisation|industrialisation|production|série|équipement d(?:e|u|es)|livraisons?|mise en service|exploitation|passage à l'échelle`;
/** The outcome acquired, in a sentence that names no phase. */
const BUYS = fr`(?:procède|décide|déclenche|engage|lance|réalise|commande|affermi|s'engage)[a-z]* (?:[a-z,'-]+ ){0,5}(?:l')?(?:acquisition|acquérir|achat)|acquisitions? (?:[a-z,'-]+ ){0,9}(?:n'a lieu|a lieu|intervien|est décidée|est subordonnée|est conditionnée|fait l'objet|est engagée|sera|ne (?:sera|peut|pourra))[a-z]*|option d'(?:acquisition|achat)|(?:commande|acquiert|acquerra) (?:[a-z,'-]+ ){0,3}(?:solutions?|produits?|équipements?|services?|unités?|exemplaires?) (?:[a-z,'-]+ ){0,4}(?:issu|résultant|développé|mis au point)[a-z]*`;
/** « commence par la recherche… et s'achève par l'acquisition »: two phases without the word. */
const BEGINS = fr`(?:commence(?:nt|ra|ront)?|débute(?:nt|ra|ront)?|s'ouvre|comprend d'abord|porte d'abord) [^.;]{0,30}?(?:${RESEARCH})`;
const ENDS = fr`(?:s'achève|se termine|se conclut|se clôt|se poursuit|puis|ensuite) [^.;]{0,30}?(?:${ACQUISITION})`;
/** « La recherche vient d'abord… ; la commande, enfin »: an order is told, without the word. */
const FIRST = fr`d'abord|commence(?:nt|ra|ront)? par|dans un premier temps|en premier(?: lieu)?|pour commencer`;
const LAST = fr`puis|ensuite|enfin|pour finir`;
const LONE = fr`(?:une )?(?:seule|unique) phase|phase unique`;

/** Cuts a folded text at its « phase », each with what follows it. */
function named(folded: string): PhaseMention[] {
  const heads = findAll(folded, HEAD);
  return heads.flatMap((m, i) => {
    const own = folded.slice(m.from, heads[i + 1]?.from ?? folded.length).slice(0, 220);
    // « une phase d'étude de dix mois ; la livraison… » : the clause ends the name.
    const name = own.split(/[;.](?: |$)/)[0] ?? own;
    if (has(name.slice(0, 60), OF_AWARD)) return [];
    return [{ research: has(name, RESEARCH), acquisition: has(name, ACQUISITION) }];
  });
}

const read = (phrase: Phrase): PhaseMention[] | undefined => {
  const found = phrase.has(HEAD) ? named(phrase.folded) : [];
  if (phrase.has(BUYS)) found.push({ research: false, acquisition: true });
  if (phrase.has(BEGINS) && phrase.has(ENDS))
    found.push({ research: true, acquisition: false }, { research: false, acquisition: true });
  if (phrase.has(FIRST) && phrase.has(LAST) && !phrase.has(OF_AWARD))
    found.push({ research: phrase.has(RESEARCH), acquisition: phrase.has(ACQUISITION) });
  return found.length > 0 ? found : undefined;
};

/** Titles and columns of a plan of work, where rows are its steps whatever they are called. */
const PLAN = fr`découpage|déroulement|calendrier|planning|programme|parcours|échéancier|chronologie|séquencement|organisation des travaux|feuille de route`;
const TIME = fr`durées?|délais?|échéances?|calendrier|mois|dates?|début|fin`;
/** Bought, in so many words: what rows of a plan must say that do not call themselves phases. */
const BOUGHT = fr`acquisitions?|acquérir|achats?|ach[eè]t(?:er|e|era|eront|ent)|déploiement|généralisation|industrialisation|(?:de|en) série|commande (?:de|d'|des)`;

/** The steps of a plan of work that does not call them phases: « R1 | Recherche | 15 mois », « R2 | Achat de 400 vannes | 24 mois ». */
function planned({ header, rows, section }: Table): PhaseMention[] {
  if (!header.cells.some((c) => c.has(TIME)) && !section.under(PLAN)) return [];
  const said = rows.map((row) => row.cells.map((c) => c.folded).join(' ; ')).filter((s) => !has(s, OF_AWARD));
  return said.map((s) => ({ research: has(s, RESEARCH), acquisition: has(s, BOUGHT) }));
}

/** « D'abord, mise au point de l'engin… Ensuite, livraison de trois engins »: an order told over sentences. */
function ordered(sentences: readonly Sentence[]): PhaseMention[] {
  return sentences.flatMap((s, i) => {
    if (!s.has(FIRST) || s.has(OF_AWARD) || !s.has(RESEARCH)) return [];
    const then = sentences.slice(i + 1, i + 4).find((n) => n.section === s.section && OPENS_LATER.test(n.folded));
    if (!then || then.has(OF_AWARD)) return [];
    return [
      { research: true, acquisition: false },
      { research: false, acquisition: then.has(ACQUISITION) },
    ];
  });
}
const OPENS_LATER = /^[^a-z]*(?:puis|ensuite|enfin|pour finir|dans un second temps|en second(?: lieu)?)(?![a-z])/;

/** Rows and items that stand for phases, without the word in each: under a column or a lead that says « phases ». */
function under(passage: Passage): string | undefined {
  if (passage.table) {
    const { table } = passage;
    const row = table.rowOf(passage);
    if (!row || row === table.header || row.cells[0] !== passage) return undefined;
    const title = [table.header.cells[0]?.folded, table.lead?.folded].join(' ; ');
    return has(title, HEAD) && !has(title, OF_AWARD) ? row.cells.map((c) => c.folded).join(' ; ') : undefined;
  }
  if (!passage.list || passage.has(HEAD)) return undefined;
  return passage.lead?.has(HEAD) && !passage.lead.has(OF_AWARD) ? passage.folded : undefined;
}

/** Something comes before or after: a phase, whatever it is called. */
const PLACED = fr`${PHASE}|(?:première|seconde|deuxième|troisième|dernière|\d+) ?(?:années?|ans?|mois|semestres?)|(?:premier|deuxième|second|troisième|dernier) temps|(?:en|année) 20\d\d|d'abord|puis|ensuite|l'année suivante|à l'issue`;
const isOfContract = (sentence: Sentence): boolean =>
  !sentence.has(OF_AWARD) &&
  (sentence.has(PLACED) || sentence.passage.list !== undefined || sentence.passage.cell !== undefined);

export interface Phases {
  readonly research: boolean;
  readonly acquisition: boolean;
  /** A text says that there is one phase only, or the same phase does both. */
  readonly lone: boolean;
  /** The sentence that first speaks of phases. */
  readonly first: Sentence | undefined;
}

/** The phases of a contract: whether one is of research and development, another of acquisition. */
export const partenariatPhases = defineFact<Phases>({
  id: 'partenariat-phases',
  title: "Phases du partenariat d'innovation",
  read(piece: Piece) {
    const all: PhaseMention[] = [];
    let first: Sentence | undefined;
    for (const { value, sentence } of piece.draft.collect(read)) {
      all.push(...value);
      if (!sentence.passage.isTitle && sentence.has(HEAD)) first ??= sentence;
    }
    for (const passage of piece.draft.passages) {
      const folded = under(passage);
      if (folded !== undefined) all.push({ research: has(folded, RESEARCH), acquisition: has(folded, ACQUISITION) });
    }
    all.push(...piece.draft.tables.flatMap(planned), ...ordered(piece.draft.sentences));
    const lone = piece.draft.sentences.some((s) => find(s.folded, LONE) !== undefined && !s.has(OF_AWARD));
    return {
      research:
        all.some((p) => p.research) ||
        saying(piece, 'partenariat/phase-recherche').some((o) => o.surety === 'sure' && isOfContract(o.sentence)),
      acquisition:
        all.some((p) => p.acquisition) ||
        ['partenariat/phase-acquisition', 'recherche/produit-promis'].some((c) => answering(piece, c, isOfContract)),
      lone,
      first,
    };
  },
  show: ({ research, acquisition, first }) => (first ? { recherche: research, acquisition } : undefined),
});
