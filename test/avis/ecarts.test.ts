import assert from 'node:assert/strict';
import date from '../../rules/avis/date.ts';
import duree from '../../rules/avis/duree.ts';
import maximum from '../../rules/avis/maximum.ts';
import validite from '../../rules/avis/validite.ts';
import variantes from '../../rules/avis/variantes.ts';
import { type AvisExemple, avisExemple } from '../../rules/facts/avis/exemple.ts';
import type { Rule } from '../../rules/kit/rule.ts';
import { run } from '../rules/tester.ts';

const TITLES = { rc: 'Règlement de la consultation', ae: 'Acte d’engagement', ccap: 'CCAP' } as const;
type Drafts = Partial<Record<keyof typeof TITLES, string>>;

/** « rc: 36 mois ← ae »: each finding of a rule, at its piece, with the drafts that it relates. */
function told(rule: Rule, drafts: Drafts, lots: AvisExemple['lots']): string[] {
  const all = Object.entries(drafts).map(([kind, text]) => ({
    path: `${kind}.md`,
    text: `# ${TITLES[kind as keyof Drafts]}\n\n${text}`,
  }));
  const { findings } = run(rule, [...all, { path: 'avis.xml', text: avisExemple({ lots }) }]);
  return findings.map(({ piece, at, related }) => {
    const others = related.flatMap((r) => (r.piece.data ? [] : [r.piece.kind]));
    return `${piece.kind}: ${piece.draft.slice(at)}${others.length > 0 ? ` ← ${others.join(', ')}` : ''}`;
  });
}

const VALIDITE = (months: number) => `## Offres\n\nLe délai de validité des offres est de ${months} mois.`;
const DUREE = (months: number) => `## Durée\n\nLe marché est conclu pour une durée de ${months} mois.`;
const MAXIMUM = (euros: string) => `## Forme\n\nLe marché est un accord-cadre avec un maximum de ${euros} € HT.`;

describe('a difference with the notice', () => {
  it('is told once, where the matter is ruled, the other pieces beside it', () => {
    const lots = [{ mois: 24, maximum: 400000, validite: { mois: 6 } }];
    assert.deepEqual(told(duree, { ae: DUREE(36), ccap: DUREE(36), rc: DUREE(36) }, lots), ['rc: 36 mois ← ae, ccap']);
    assert.deepEqual(told(validite, { ae: VALIDITE(4), rc: VALIDITE(4) }, lots), ['rc: 4 mois ← ae']);
    const both = { ccap: MAXIMUM('500 000'), rc: MAXIMUM('500 000') };
    assert.deepEqual(told(maximum, both, lots), ['rc: maximum ← ccap']);
  });

  it('is told in the next piece where the first says nothing of it, lot by lot', () => {
    const lots = [{ mois: 24 }, { mois: 24 }];
    assert.deepEqual(told(duree, { rc: '## Objet\n\nFournitures.', ccap: DUREE(36) }, lots), ['ccap: 36 mois']);
    const first = '## Durée\n\nPour le lot 1, la durée du marché est de 24 mois.';
    const second = '## Durée\n\nPour le lot 2, la durée du marché est de 36 mois.';
    assert.deepEqual(told(duree, { rc: first, ae: second }, lots), ['ae: 36 mois']);
  });

  it('is not told of a piece that another contradicts: that is a difference between pieces', () => {
    const lots = [{ mois: 24, validite: { mois: 6 } }];
    assert.deepEqual(told(duree, { rc: DUREE(24), ae: DUREE(36) }, lots), []);
    assert.deepEqual(told(validite, { rc: VALIDITE(6), ae: VALIDITE(4) }, lots), []);
    // No rule compares maximums between pieces.
    const lot = [{ maximum: 400000 }];
    assert.deepEqual(told(maximum, { rc: MAXIMUM('400 000'), ae: MAXIMUM('500 000') }, lot), ['ae: maximum']);
  });

  it('is told once of a cover and an article, at the article, and of several lots at once', () => {
    const rc =
      'Date limite de remise des offres : 5 mars 2027 à 12 h 00\n\n## Article 3 – Remise des offres\n\nLes offres sont remises au plus tard le 5 mars 2027 à 12 h 00.';
    const later = [{ limite: '2027-03-12T12:00:00+01:00' }];
    const [found, ...others] = told(date, { rc }, later);
    assert.match(found ?? '', /^rc: 5 mars 2027 à 12 h 00/);
    assert.deepEqual(others, []);
    const open = '## Variantes\n\nLes variantes sont autorisées pour les lots 1 et 2.';
    const closed = [{ variantes: 'not-allowed' }, { variantes: 'not-allowed' }] as const;
    assert.equal(told(variantes, { rc: open }, closed).length, 1);
  });
});
