import assert from 'node:assert/strict';
import { openConsultation } from '../../rules/consultation/open.ts';
import { expressesInnovation } from '../../rules/facts/criteres/innovation.ts';
import type { Piece } from '../../rules/kit/piece.ts';
import { readDce } from '../../server/core/dce.ts';
import { statementsOf } from '../../server/core/diff-statements.ts';
import { ficheOf } from '../../server/core/fiche.ts';
import { ficheBody } from '../../server/report/fiche-body.ts';

const RC = `# Règlement de la consultation

Le candidat justifie d’un chiffre d’affaires annuel d’au moins 300 000 € HT pour le lot 1. Il présente au moins trois références similaires, à peine d’élimination.

La consultation est lancée le 1er mars 2027. Les offres sont remises avant le 31 mars 2027.

## Critères du lot 1

Les offres du lot 1 sont jugées selon les critères suivants :

1. Prix ;
2. Délai.

## Critères des marchés subséquents

Les marchés subséquents sont attribués selon les critères suivants :

- Prix : 70 points
- Délai : 30 points
`;

describe('what a version of a dossier says', () => {
  const statements = () =>
    statementsOf(openConsultation([{ path: 'rc.md', text: RC }], { date: '2026-12-01', files: ['rc.md'] }));

  it('is told criterion by criterion, with its weight or its rank, and whose it is', () => {
    const criteria = statements().filter((s) => s.matter === 'criteres');
    assert.deepEqual(
      criteria.map((s) => `${s.label} : ${s.values.map((v) => v.text).join()}`),
      [
        'Prix (lot 1) : sans poids, rang 1',
        'Délai (lot 1) : sans poids, rang 2',
        'Prix (marchés subséquents) : 70 points',
        'Délai (marchés subséquents) : 30 points',
      ],
    );
  });

  it('is what bidders must reach, in their own words', () => {
    assert.deepEqual(
      statements()
        .filter((s) => s.matter === 'capacites')
        .map((s) => `${s.label} : ${s.values[0]?.text}`),
      [
        'Chiffre d’affaires (lot 1) : Le candidat justifie d’un chiffre d’affaires annuel d’au moins 300 000 € HT pour le lot 1.',
        'Références exigées : Il présente au moins trois références similaires, à peine d’élimination.',
      ],
    );
  });

  it('is the time between the start and the limit, where no hour is said', () => {
    const time = statements().find((s) => s.label === 'Temps laissé pour remettre une offre');
    assert.deepEqual([time?.values[0]?.text, time?.room], ['30 jours', 30]);
    const limit = statements().find((s) => s.label === 'Date limite de remise des offres');
    assert.equal(limit?.room, Date.UTC(2027, 2, 31));
  });
});

describe('the sheet of a consultation with a dce.yaml', () => {
  const TRANCHES = `# Règlement de la consultation

| Tranche | Objet | Montant TTC | Délai |
|---|---|---|---|
| Ferme | Étude | 40 000 € TTC | 90 jours |
| Optionnelle 1 | Pose | à définir | 2 ans |
`;
  const DCE = 'montant-estime: 120000\nprocedure: mapa\nacheteur: etat\n';
  const files = [
    { path: 'rc.md', text: TRANCHES },
    { path: 'ae.md', text: '# Acte d’engagement\n\nLa durée du marché est de 12 mois.\n' },
    { path: 'ccap.md', text: '# CCAP\n\nLa durée du marché est de 24 mois.\n' },
  ];
  const consultation = openConsultation(files, { date: '2026-12-01', files: files.map((f) => f.path) });
  const described = { text: DCE, dce: readDce(DCE) };
  const fiche = ficheOf(consultation, described);
  const text = () =>
    ficheBody(fiche, ({ path, line }) => ({ href: `${path}#${line}` }))
      .replace(/<svg[\s\S]*?<\/svg>/g, '[dessin]')
      .replace(/<[^>]*>/g, ' ')
      .replace(/\s+/g, ' ');

  it('begins with what is common to all pieces, amounts in euros and values in the words of a reader', () => {
    const [common] = fiche.matters;
    assert.equal(common?.id, 'dce');
    const said = common?.entries.map((e) => e.values[0]?.text ?? '') ?? [];
    assert.ok(said.includes('120\u202f000 € HT'), said.join('\n'));
    assert.ok(said.includes('procédure adaptée (MAPA)'), said.join('\n'));
  });

  it('brings the delays of tranches to months to draw them, and writes them as they are', () => {
    assert.deepEqual(
      fiche.tranches.map((t) => [t.amount?.text, t.delay?.months, t.delay?.days]),
      [
        ['40\u202f000 € TTC', undefined, 90],
        [fiche.tranches[1]?.amount?.text, 24, undefined],
      ],
    );
    assert.match(text(), /\[dessin\] Chaque durée part du début de sa tranche\./);
    assert.match(text(), /Tranche ferme Étude 40 000 € TTC 90 jours/);
  });

  it('sets what does not hold together side by side, each with its place', () => {
    assert.match(
      text(),
      /Contradictions Durée du contrat : Durée 12 mois AE, ligne 3 24 mois CCAP, ligne 3|Contradictions .*24 mois CCAP, ligne 3 12 mois .*ligne 3/,
    );
  });
});

describe('a grid that weighs some of its criteria', () => {
  it('has no shares: what the others weigh is not known', () => {
    const text =
      '# Règlement de la consultation\n\n## Jugement des offres\n\nLes critères sont :\n\n- Prix : 60 points\n- Technique : 30 points\n- Délai\n';
    const { grilles } = ficheOf(openConsultation([{ path: 'rc.md', text }], { date: '2026-12-01', files: ['rc.md'] }));
    assert.deepEqual(
      grilles[0]?.criteres.map((c) => [c.name, c.weight, c.share]),
      [
        ['Prix', 60, undefined],
        ['Technique', 30, undefined],
        ['Délai', undefined, undefined],
      ],
    );
  });
});

describe('an innovative need', () => {
  const expressed = (sentence: string) => {
    const [piece] = openConsultation([{ path: 'rc.md', text: `# RC\n\n${sentence}\n` }], { date: '2026-12-01' }).pieces;
    return expressesInnovation.show((piece as Piece).ask(expressesInnovation), piece as Piece);
  };

  it('is expressed by one clause, whatever the others deny', () => {
    for (const sentence of [
      'Le besoin ne porte pas sur une solution nouvelle, mais la méthode est inédite.',
      'Le prix n’est pas révisable ; la solution attendue est innovante.',
      'Aucune solution n’existe sur le marché pour ce besoin.',
    ])
      assert.equal(expressed(sentence), 'exprimée', sentence);
    for (const sentence of ['Le marché dure un an.', 'Le marché ne vise pas une nouvelle méthode.'])
      assert.equal(expressed(sentence), undefined, sentence);
  });
});
