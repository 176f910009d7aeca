import { hearing, saying } from '../facts/commun/index.ts';
import {
  articleBefore,
  CANDIDATURE,
  type Critere,
  criteres,
  heardAsSuch,
  innovationIn,
  innovationPhraseIn,
  isAsSuch,
  isDeniedNote,
  namesNovelty,
  speaksOfGains,
  viewIn,
  walk,
  zoneOf,
} from '../facts/criteres/index.ts';
import { field, inStyleOf, replace } from '../kit/fix.ts';
import type { Piece } from '../kit/piece.ts';
import { defineRule, type Edit, type Fix } from '../kit/rule.ts';
import { ccp, guide } from '../kit/source.ts';
import { between, overlaps } from '../kit/span.ts';

/** Names that the guide advises instead, with what « le » and « du » become before them, and what each is judged on. */
const INSTEAD = [
  ['Gains de performance', 'les ', 'des ', 'appréciés', 'gain attendu et façon de le mesurer'],
  ['Efficacité', "l'", "de l'", 'appréciée', 'temps gagné, ressources économisées'],
  ['Réduction des délais', 'la ', 'de la ', 'appréciée', 'étapes et délais mesurés'],
  ['Qualité', 'la ', 'de la ', 'appréciée', 'fiabilité, précision, satisfaction des usagers'],
  ['Sécurité', 'la ', 'de la ', 'appréciée', 'risques évités, protections apportées'],
] as const;

/** Puts another name in place of a criterion's: with its article inside a sentence, in capitals where it is in capitals. */
function renamings(piece: Piece, c: Critere): Fix[] {
  const passage = piece.draft.passageAt(c.at.start);
  const before = passage && articleBefore(passage, c.at);
  const shouts = c.name === c.name.toUpperCase();
  // A name alone would be noted as the old one was: what it is judged on comes with it, unless the criterion says so.
  const bare = c.definition.length === 0 && c.children.length === 0 && passage?.heading === undefined;
  return INSTEAD.map(([name, the, ofThe, judged, measure]) => {
    const article = before ? (before.contracted ? ofThe : the) : '';
    const words = before ? article + name.charAt(0).toLowerCase() + name.slice(1) : name;
    const at = before ? between(before.at, c.at) : c.at;
    const what = field(`mesure — ${measure}`);
    const definition = bare ? `, ${judged} sur ${what}` : '';
    const fix = replace(piece, at, (shouts ? words.toUpperCase() : words) + definition, `Remplacer par « ${name} »`);
    const told = judgedOtherwise(piece, c, judged, what);
    return told ? { ...fix, edits: [...fix.edits, told] } : fix;
  });
}

/** What is said of a criterion that noted novelty, made to say what the new one is judged on; undefined where it may stand. */
function judgedOtherwise(piece: Piece, c: Critere, judged: string, what: string): Edit | undefined {
  for (const { at, folded } of c.definition) {
    if (overlaps(at, c.at)) continue;
    const view = viewIn(piece, at);
    if (view) return { piece, at: view, text: inStyleOf(piece.draft, `au regard de ${what}`) };
    if (!innovationIn(folded)) continue;
    const stop = /[.;]$/.exec(piece.draft.slice(at))?.[0] ?? '';
    const said = judged.charAt(0).toUpperCase() + judged.slice(1);
    return { piece, at, text: inStyleOf(piece.draft, `${said} sur ${what}${stop}`) };
  }
  return undefined;
}

/** Statements that note novelty where offers are judged, and that no grid holds. */
function* apart(piece: Piece) {
  const { grilles } = piece.ask(criteres);
  const lines = grilles.flatMap((g) =>
    g.criteria.flatMap(walk).flatMap((c) => [c.line, c.at, ...c.definition.map((d) => d.at)]),
  );
  for (const one of saying(piece, 'criteres/innovation-notee')) {
    const { sentence, surety } = one;
    if (
      surety !== 'sure' ||
      !namesNovelty(sentence) ||
      zoneOf(sentence.section) === 'candidature' ||
      sentence.has(CANDIDATURE)
    )
      continue;
    if (
      speaksOfGains(sentence.folded) ||
      isDeniedNote(sentence.folded) ||
      lines.some((at) => overlaps(at, sentence.span))
    )
      continue;
    const name = sentence.text.replace(/\s+/g, ' ').trim();
    yield { at: sentence.span, message: 'critere' as const, data: { name }, doubt: hearing(one) };
  }
}

/** What explains a criterion and asks for novelty. It may be the words of another, flagged as such: `named`. */
function* elements(piece: Piece, { definition }: Critere, named: readonly Critere[]) {
  for (const { folded, at: own } of definition) {
    if (folded.length >= 400 || speaksOfGains(folded) || isDeniedNote(folded)) continue;
    const phrase = innovationPhraseIn(folded);
    if (!phrase) continue;
    const at = piece.draft.passageAt(own.start)?.at(new RegExp(phrase.text)) ?? own;
    if (!named.some((o) => overlaps(o.at, at))) yield { at, message: 'element' as const };
  }
}

export default defineRule({
  id: 'criteres/caractere-innovant',
  title: 'Critère qui note l’innovation pour elle-même',
  level: 'warning',
  pieces: ['rc'],
  why: `Le caractère innovant d'une solution se mesure mal : la note devient discutable et la nouveauté ne vaut rien pour l'utilisateur si elle
n'apporte pas un gain. Le guide conseille de noter ce que l'innovation apporte. Le code admet ce critère ; le risque est celui de la
contestation.`,
  sources: [guide('I.E', 11), ccp('R2152-7')],
  messages: {
    critere:
      '« {name} » note l’innovation pour elle-même.\nC’est difficile à apprécier et à justifier. Noter plutôt ce qu’elle apporte : gains de performance, efficacité, réduction des délais, qualité ou sécurité.',
    element:
      'L’innovation est ici un élément d’appréciation en tant que tel.\nElle est difficile à noter objectivement. Préciser le gain attendu : performance, délai, qualité, sécurité.',
  },
  examples: {
    bad: [
      {
        text: '## Jugement\n\n| Critère | Points |\n|---|---|\n| Prix | 50 |\n| Performances | 35 |\n| ⟦Part d’inédit⟧ | 15 |',
        fixed: { gains: 'ains de performance' },
      },
      {
        text: '## Jugement des offres\n\nLes offres sont jugées d’après trois critères. Coût d’exploitation, 60 %, calculé sur la décomposition du prix. Organisation, 30 %, appréciée d’après le plan de maintenance. ⟦Degré de nouveauté du dispositif⟧, 10 %, apprécié par l’écart avec les équipements du commerce.',
        fixed: { gains: 'ains de performance' },
      },
      {
        text: '## Critères\n\n- Prix : 60 points\n- ⟦Effet de surprise⟧ : 40 points. Plus le concept étonne, plus la note monte.\n',
        fixed: { gains: 'ains de performance' },
      },

      {
        text: '| Critère | Poids |\n|---|---|\n| Prix | 60 % |\n| ⟦Degré de rupture de la solution⟧ au regard de l’état de l’art | 40 % |\n',
        fixed: { gains: 'Gains de performance' },
      },
      {
        text: '| Ce qui est noté | Points |\n|---|---|\n| Prix | 60 |\n| L’⟦inédit du décor⟧ | 25 |\n| Réemploi | 15 |\n',
        fixed: { gains: 'gains de performance' },
      },
      {
        text: '| Critère | Poids |\n|---|---|\n| Prix | 60 % |\n| ⟦Caractère innovant de la solution proposée⟧ | 40 % |\n',
        fixed:
          '| Critère | Poids |\n|---|---|\n| Prix | 60 % |\n| Gains de performance, appréciés sur [à compléter : mesure — gain attendu et façon de le mesurer] | 40 % |\n',
      },
      {
        text: '| Critère | Poids | Éléments d’appréciation |\n|---|---|---|\n| Prix | 60 % | Devis |\n| ⟦Caractère innovant⟧ | 40 % | D’après le mémoire, au regard de l’état de la technique |\n',
        fixed:
          '| Critère | Poids | Éléments d’appréciation |\n|---|---|---|\n| Prix | 60 % | Devis |\n| Gains de performance | 40 % | D’après le mémoire, au regard de [à compléter : mesure — gain attendu et façon de le mesurer] |\n',
      },
      {
        text: 'Les offres sont jugées sur le prix (50 %), la valeur technique (30 %) et le ⟦degré d’innovation⟧ (20 %).',
        fixed:
          'Les offres sont jugées sur le prix (50 %), la valeur technique (30 %) et les gains de performance, appréciés sur [à compléter : mesure — gain attendu et façon de le mesurer] (20 %).',
      },
      {
        text: '## Critères\n\n- Prix : 50 %\n- Valeur technique : 50 %, dont :\n  - méthode : 30 % ;\n  - ⟦originalité de la proposition⟧ : 20 %.\n',
        fixed:
          '## Critères\n\n- Prix : 50 %\n- Valeur technique : 50 %, dont :\n  - méthode : 30 % ;\n  - Gains de performance, appréciés sur [à compléter : mesure — gain attendu et façon de le mesurer] : 20 %.\n',
      },
      {
        text: '## Jugement des offres\n\n### CRITERE 1 : ⟦INNOVATION⟧ (40 % DE LA NOTE)\n\nNouveauté des fonctions.\n\n### CRITERE 2 : PRIX (60 % DE LA NOTE)\n\nDPGF.\n',
        fixed:
          '## Jugement des offres\n\n### CRITERE 1 : GAINS DE PERFORMANCE (40 % DE LA NOTE)\n\nAppréciés sur [à compléter : mesure — gain attendu et façon de le mesurer].\n\n### CRITERE 2 : PRIX (60 % DE LA NOTE)\n\nDPGF.\n',
      },
      '## Critères\n\n1. Prix : 60 points\n2. Valeur technique : 40 points, appréciée au regard de la méthode, des moyens et du ⟦caractère innovant⟧ de la solution\n',
      {
        text: '| Critères | Sous-critères | Pondération |\n|---|---|---|\n| Valeur technique | Méthode | 30 % |\n| | ⟦Nouveauté de la solution⟧ | 20 % |\n| Prix | | 50 % |\n',
        fixed:
          '| Critères | Sous-critères | Pondération |\n|---|---|---|\n| Valeur technique | Méthode | 30 % |\n| | Gains de performance, appréciés sur [à compléter : mesure — gain attendu et façon de le mesurer] | 20 % |\n| Prix | | 50 % |\n',
      },
      {
        text: '## Jugement des offres\n\n6.1 PRIX – 60 POINTS\nMontant de la DPGF.\n\n6.2 VALEUR TECHNIQUE – 40 POINTS\no méthode : 30 points\no ⟦originalité du concept⟧ : 10 points\n',
        fixed:
          '## Jugement des offres\n\n6.1 PRIX – 60 POINTS\nMontant de la DPGF.\n\n6.2 VALEUR TECHNIQUE – 40 POINTS\no méthode : 30 points\no Gains de performance, appréciés sur [à compléter : mesure — gain attendu et façon de le mesurer] : 10 points\n',
      },
      '## Jugement des offres\n\nPrix – 60 points\n• montant de la DPGF\n• frais de reprise\n\nValeur technique – 40 points\n• méthode\n• ⟦caractère innovant⟧ de la solution\n',
      {
        text: '| Critère | Points | Comment |\n|---|---|---|\n| Prix | 75 | total |\n| Qualité de la proposition | 25 | explication donnée au tuteur (15) ; ⟦originalité de l’approche⟧ (10) |\n',
        fixed: { gains: 'ains de performance' },
      },
      '## Critères\n\n1. Prix : 60 points\n2. Valeur technique : 40 points, appréciée au regard de la méthode et de la ⟦nouveauté du concept⟧\n',
    ],
    good: [
      '## Critères\n\n1. Prix : 60 points\n2. Valeur technique : 40 points, appréciée au regard de la méthode\n\nLe caractère inédit des procédés ne donne aucun point.\n',
      '## Jugement des offres\n\nChaque sous-critère est noté de 0 à 5. La note est ensuite ramenée au poids du sous-critère.',
      '## Jugement des offres\n\nClassement sur 100 points.',
      '## Critères\n\n- Prix : 60 %\n- Litres d’eau économisés par une technique innovante ou classique : 40 %\n',
      'Les offres sont jugées d’après deux critères. Coût d’exploitation, 60 %, calculé sur la décomposition du prix. Organisation, 40 %, appréciée d’après le plan de maintenance.',

      '| Critère | Poids |\n|---|---|\n| Prix | 60 % |\n| Délai de remplacement en cas de rupture de stock | 40 % |\n',
      '## Critères\n\n- Prix : 60 %\n- Goût : 40 %\n\nLe dressage et le caractère inédit des plats ne sont pas des critères.\n',
      '| Critère | Points | Comment |\n|---|---|---|\n| Prix | 75 | total |\n| Qualité de la proposition | 25 | explication donnée au tuteur (15) ; fidélité aux œuvres originales (10) |\n',
      '## Critères\n\n1. Prix : 60 points\n2. Valeur technique : 40 points, appréciée au regard de la méthode\n\nL’originalité de l’approche n’est pas notée.\n',
      '## Critères\n\n1. Prix : 60 points\n2. Valeur technique : 40 points, appréciée au regard de la méthode\n\nL’innovation a décidé du mode de passation ; elle ne vaut à l’offre aucun point.\n',
      'Les offres sont jugées sur le prix (60 %) et les gains de performance apportés par la solution innovante proposée (40 %).',
      '## Critères\n\n- Prix : 60 %\n- Valeur technique : 40 %\n\nLe caractère innovant de la solution n’est pas un critère d’attribution.\n',
      '# RC\n\n## Objet\n\nLa caisse attend des solutions innovantes.\n\n## Critères\n\n- Prix : 60 %\n- Qualité : 40 %\n',
      '| Critère | Poids |\n|---|---|\n| Prix | 60 % |\n| Réduction des délais grâce aux procédés innovants | 40 % |\n',
      '## Critères\n\n- Prix : 60 %\n- Innovation : 40 %, notée d’après la réduction du temps de traitement et la baisse des consommations\n',
      '## Sélection des candidatures\n\nLes candidatures sont classées selon les critères suivants :\n\n- caractère innovant des références : 40 points\n- moyens : 60 points\n',
      '## Jugement des offres\n\n6.1 PRIX – 60 POINTS\nMontant de la DPGF.\n\n6.2 VALEUR TECHNIQUE – 40 POINTS\no méthode : 30 points\no gains de performance de la solution innovante : 10 points\n',
      '## Jugement des offres\n\n6.1 PRIX – 60 POINTS\nMontant de la DPGF.\n\n6.2 VALEUR TECHNIQUE – 40 POINTS\no méthode : 40 points\nL’originalité du concept n’est pas notée.\n',
    ],
    limits: [],
  },
  *check(piece) {
    yield* apart(piece);
    for (const grille of piece.ask(criteres).grilles) {
      const all = grille.criteria.flatMap(walk);
      const named = all.filter(isAsSuch);
      for (const c of all) {
        const isNamed = named.includes(c);
        if (!isNamed && innovationIn(c.folded)) continue;
        const doubt = isNamed ? undefined : heardAsSuch(piece, c, all);
        if (isNamed || doubt)
          yield { at: c.at, message: 'critere', data: { name: c.name }, fixes: renamings(piece, c), doubt };
        else yield* elements(piece, c, named);
      }
    }
  },
});
