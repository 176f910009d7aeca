import { markedBody } from '../clauses/insertion.ts';
import { ccagOf, ccagReference } from '../facts/droit/index.ts';
import {
  droitsDuDossier,
  type Element,
  enumerate,
  LIMIT_NAMES,
  LIMITS,
  limitsOf,
  type RegimeReference,
  regimes,
  saidInDossier,
  saysExclusive,
  saysRoyalty,
} from '../facts/pi/index.ts';
import type { Section } from '../kit/draft.ts';
import { insertBlockAfter } from '../kit/fix.ts';
import type { Piece } from '../kit/piece.ts';
import { defineRule } from '../kit/rule.ts';
import { ccag, guide } from '../kit/source.ts';

export default defineRule({
  id: 'pi/ccag-non-complete',
  title: 'Régime de propriété intellectuelle du CCAG invoqué sans être complété',
  level: 'warning',
  pieces: ['cctp', 'ccap', 'rc'],
  why: `Le chapitre d'un CCAG sur l'utilisation des résultats n'est pas fait pour s'appliquer seul : il renvoie aux documents du marché pour ce
que l'acheteur veut faire des résultats. Simplement invoqué, il laisse dans le doute ce que l'acheteur peut en faire.`,
  sources: [guide('III.C', 27), guide('III.C.3', 30), ccag('tic', '46'), ccag('pi', '35')],
  messages: {
    option:
      'L’option {option} du CCAG est invoquée sans être complétée.\nIl manque {manque}. Ces clauses ne s’appliquent pas en l’état. Ajouter ce qui manque dans l’article.',
    regime:
      'Le régime de propriété intellectuelle du CCAG est invoqué sans être complété.\nIl manque {manque}. Ce régime ne vaut que pour les besoins et finalités que le marché exprime. Ajouter une clause qui les énonce.',
  },
  silencedBy: [
    { rule: 'pi/delimitation', where: 'place' },
    { rule: 'pi/remuneration', where: 'place' },
  ],
  examples: {
    bad: [
      {
        text: '## 9. Droits\n\n⟦Pour la propriété intellectuelle, ouvrez le CCAG-TIC : ses articles 43 à 46 s’appliquent.⟧',
        fixed: { gains: 'Destination (besoins et finalités' },
      },
      {
        text: '## 10. Pour mémoire\n\n⟦Les affiches suivront le régime de l’article 35 du CCAG-PI.⟧',
        fixed: { gains: 'Destination (besoins et finalités' },
      },
      {
        text: '## 5. Droits\n\n⟦Article 35 du CCAG-PI.⟧',
        fixed: { gains: 'Destination (besoins et finalités' },
      },
      {
        text: '⟦Droits d’auteur : voir le CCAG-PI.⟧',
        fixed: { gains: 'Destination (besoins et finalités' },
      },
      {
        text: '## 16. Sort du code\n\n⟦Application pure et simple des art. 43 à 46 du CCAG-TIC.⟧',
        fixed: { gains: 'Destination (besoins et finalités' },
      },
      {
        text: '## 8. Remise\n\n⟦Le droit sur ces livrables suit le CCAG-PI de 2021, sans autre précision.⟧',
        fixed: { gains: 'Destination (besoins et finalités' },
      },
      {
        text: '## 9. Propriété intellectuelle\n\n⟦Les articles 43 à 46 du CCAG-TIC régissent les droits.⟧\n\nLes plans prêtés par la ville pour décrire ses bâtiments lui sont rendus.',
        fixed: { gains: 'Destination (besoins et finalités' },
      },
      {
        text: '## Article 6 – Logiciel\n\n⟦Les droits sur ce logiciel sont ceux que prévoit le chapitre 6 du CCAG-PI.⟧',
        fixed: { gains: "Les articles 32 à 35 du CCAG-PI s'appliquent" },
      },
      {
        text: '## 9. Propriété intellectuelle\n\n⟦Il est fait application des articles 43 à 46 du CCAG-TIC.⟧',
        fixed: { gains: 'Destination (besoins et finalités' },
      },
      {
        text: "## 9. Propriété intellectuelle\n\n⟦L'option B du CCAG-TIC s'applique.⟧",
        head: { ccag: 'tic-2009' },
        fixed: { gains: 'territoire :' },
      },
      {
        text: '## Utilisation des résultats\n\n⟦Les stipulations du CCAG-PI sont applicables.⟧',
        fixed: { gains: 'Durée' },
      },
      {
        text: '## Article 6 – Création\n\n⟦Le régime des droits est celui du CCAG-TIC.⟧',
        fixed: { gains: 'Destination (besoins et finalités' },
      },
      {
        text: '## Utilisation des résultats\n\n⟦Chapitre 6 du CCAG-PI.⟧',
        fixed: { gains: "Les articles 32 à 35 du CCAG-PI s'appliquent" },
      },
    ],
    good: [
      '## 5. Droits et obligations\n\nArticle 35 du CCAG-FCS.',
      "Le chapitre 6 du CCAG-TIC s'applique aux droits sur les résultats, utilisés pour instruire les demandes et pour former les agents.",
      '## 2. Cadre\n\nRégime des droits du CCAG-TIC écarté, au profit de la clause qui suit : usage interne.',
      '## Résiliation\n\nSelon le chapitre 7 du CCAG-FCS.',
      'Les différends sont réglés comme le prévoit le chapitre 7 du CCAG-TIC.',
      'Les prestations sont vérifiées selon le chapitre 5 du CCAG-PI.',
      'Le régime des pénalités est celui du CCAG-TIC.',
      'Le parfait achèvement est dû selon le régime du CCAG-Travaux retenu.',
      "## 9. Droits\n\nLes articles 43 à 46 du CCAG-TIC s'appliquent. Les résultats sont utilisés aux fins de gestion des demandes et de formation des agents.",
      "Conformément à l'article 11.1 du CCAG-TIC, l'option A est retenue pour les avances.",
      "L'option B de l'article 11.1 du CCAG s'applique à l'avance.",
      "Le marché se réfère au CCAG-TIC approuvé par l'arrêté du 30 mars 2021.",
      "## Garantie\n\nLa garantie est d'un an, conformément à l'article 36 du CCAG-TIC.",
      {
        text: "## Propriété intellectuelle\n\nL'option A du CCAG-PI s'applique : tous supports, pour les besoins du service, en France, pendant dix ans, moyennant le prix du marché.",
        head: { ccag: 'pi-2009' },
      },
    ],
    limits: [],
  },
  *check(piece) {
    const seen = new Set<Section>();
    for (const reference of piece.ask(regimes)) {
      const { section } = reference.sentence;
      if (!reference.core || reference.derogation || seen.has(section)) continue;
      const missing = reference.year === 2009 ? missingFor2009(piece, reference) : missingFor2021(piece, reference);
      if (missing.length === 0) continue;
      seen.add(section);
      const at = reference.sentence.span;
      const ofItsKind = reference.kind === 'pi' ? 'pi-concession-completee-ccag-pi' : 'pi-concession-completee';
      const id = reference.year === 2009 ? 'pi-ccag-2009-option' : ofItsKind;
      yield {
        at,
        message: reference.option ? 'option' : 'regime',
        data: { manque: enumerate(missing), option: reference.option ?? '' },
        fixes: [insertBlockAfter(piece, at, markedBody(id), 'Compléter le régime du CCAG')],
      };
    }
  },
});

function missingFor2009(piece: Piece, { sentence }: RegimeReference): string[] {
  const own = piece.ask(ccagReference);
  const { year, mixed } = ccagOf(piece.consultation);
  // Under the CCAG of 2021 the option or the article of 2009 does not exist: `droit/ccag-perime` speaks.
  if ((own.year ?? (mixed ? undefined : year)) === 2021) return [];
  const said = limitsOf(piece, sentence.section, sentence);
  const missing: string[] = LIMITS.filter((l) => !said.has(l)).map((l) => LIMIT_NAMES[l]);
  if (!said.has('prix')) missing.push('le prix ou la redevance');
  return missing;
}

/** The needs are what the regime of 2021 cannot do without; the rest is listed with them. */
function missingFor2021(piece: Piece, { sentence }: RegimeReference): string[] {
  const said: ReadonlySet<Element> = limitsOf(piece, sentence.section, sentence);
  if (said.has('destination')) return [];
  const completed = droitsDuDossier(piece).some(
    ({ clause }) => clause.suppliedBy === 'ccag-2021' && clause.bounds.has('destination'),
  );
  if (completed) return [];
  const { article } = sentence.section;
  const missing = ['les besoins et finalités pour lesquels les résultats sont utilisés'];
  if (!saysExclusive(article)) missing.push("l'exclusivité si elle est voulue");
  if (!saysRoyalty(article)) missing.push("la redevance due en cas d'exploitation commerciale");
  if (!saidInDossier(piece, 'anterieures-listees')) missing.push('la liste des connaissances antérieures');
  return missing;
}
