import assert from 'node:assert/strict';
import { openConsultation } from '../../rules/consultation/open.ts';
import { rules } from '../../rules/index.ts';
import { type Fiche, ficheOf } from '../../server/core/fiche.ts';
import { lint } from '../../server/core/lint.ts';
import type { FicheAnswer } from '../../server/protocol.ts';
import { Dialogue } from './dialogue.ts';

const RC = `---
dce:
  etat: relecture
---
# Règlement de la consultation

## 1. Objet

Le marché a pour objet la fourniture de balises de bruit. La durée du marché est de 24 mois.

## 2. Tranches

| Tranche | Objet | Montant HT | Délai d'exécution |
|---|---|---|---|
| Ferme | Étude acoustique | 40 000 € | 6 mois |
| Optionnelle 1 | Pose des balises | 20 000 € | 90 jours |

## 3. Offres

La date limite de remise des offres est fixée au 12 mars 2027 à 12 h 00.

## 4. Critères

| Critère | Pondération |
|---|---|
| Valeur technique | 60 % |
| Prix | 40 % |
`;
const CCAP = `# CCAP

## 1. Durée

La durée du marché est de 36 mois.

## 2. Critères rappelés

Le critère « valeur technique » compte pour 50 %.
`;

const consultation = (texts: Readonly<Record<string, string>>) =>
  openConsultation(
    Object.entries(texts).map(([path, text]) => ({ path, text })),
    { date: '2026-12-01', files: Object.keys(texts) },
  );

const shown = (fiche: Fiche, id: string): string[] =>
  (fiche.matters.find((m) => m.id === id)?.entries ?? []).flatMap((e) =>
    e.values.map(
      (v) =>
        `${e.label} = ${v.text} (${v.places.map((p) => `${p.path}:${p.line}`).join(', ')})${v.conflict ? ' !' : ''}`,
    ),
  );

describe('the merged facts of a consultation', () => {
  it('give each value once, with every place that says it, and mark those that contradict each other', () => {
    const fiche = ficheOf(consultation({ 'ccap.md': CCAP, 'rc.md': RC }));
    assert.deepEqual(shown(fiche, 'duree'), [
      'Durée = 24 mois (rc.md:9) !',
      'Durée = 36 mois (ccap.md:5) !',
      'Durée (tranche ferme) = 6 mois (rc.md:15)',
    ]);
    assert.deepEqual(shown(fiche, 'objet'), ['Objet = Fourniture de balises de bruit (rc.md:9)']);
    assert.equal(fiche.pieces[0]?.path, 'rc.md');
    assert.equal(fiche.pieces[0]?.state, 'relecture');
  });

  it('are in conflict where a rule on the dossier has a finding, and nowhere else', () => {
    const cases: readonly Readonly<Record<string, string>>[] = [{ 'rc.md': RC, 'ccap.md': CCAP }, { 'rc.md': RC }];
    for (const texts of cases) {
      const all = consultation(texts);
      const dossier = rules.filter((r) => r.id.startsWith('dossier/'));
      const found = new Set(lint(all, { rules: dossier, rethrow: true }).findings.map((f) => f.rule.id));
      const marked = ficheOf(all).matters.filter((m) => m.entries.some((e) => e.conflict));
      assert.deepEqual(marked.map((m) => m.rule).sort(), [...found].sort());
    }
  });

  it('have the criteria, tranches and days that a chart needs, as plain JSON', () => {
    const fiche = ficheOf(consultation({ 'rc.md': RC }));
    assert.deepEqual(JSON.parse(JSON.stringify(fiche)), fiche);
    assert.deepEqual(
      fiche.grilles.map((g) => g.criteres.map((c) => [c.name, c.share])),
      [
        [
          ['Valeur technique', 60],
          ['Prix', 40],
        ],
      ],
    );
    assert.deepEqual(
      fiche.tranches.map((t) => [t.name, t.object, t.amount?.euros, t.delay?.months ?? t.delay?.days]),
      [
        ['Tranche ferme', 'Étude acoustique', 40_000, 6],
        ['Tranche optionnelle 1', 'Pose des balises', 20_000, 90],
      ],
    );
    assert.deepEqual(
      fiche.dates.map((d) => [d.kind, d.day, d.time]),
      [['offres', '2027-03-12', '12:00']],
    );
  });

  it('of nothing are empty', () => {
    const empty = { pieces: [], matters: [], grilles: [], tranches: [], dates: [], conflicts: 0 };
    assert.deepEqual(ficheOf(consultation({})), empty);
  });
});

describe('the request for the fiche', () => {
  const FOLDER = 'file:///marches/2027';
  let dialogue: Dialogue;
  afterEach(() => dialogue.end());

  it('answers with the facts of the open texts, their ranges and the addresses of the pieces', async () => {
    dialogue = await Dialogue.start({ rules, files: { [`${FOLDER}/ccap.md`]: CCAP } });
    const uri = `${FOLDER}/rc.md`;
    await dialogue.open(uri, RC);
    const ask = () => dialogue.request<FicheAnswer>('dce-lint/fiche', { uri });
    const before = await ask();
    assert.deepEqual(before.uris, { 'ccap.md': `${FOLDER}/ccap.md`, 'rc.md': uri });
    const duree = before.fiche.matters.find((m) => m.id === 'duree')?.entries[0];
    assert.deepEqual(duree?.values[0]?.places[0]?.range, dialogue.rangeOf(uri, '24 mois'));
    assert.equal(duree?.conflict, true);
    await dialogue.type(uri, '24 mois', '36 mois');
    const after = await ask();
    assert.equal(after.fiche.matters.find((m) => m.id === 'duree')?.entries[0]?.conflict, false);
  });

  it('answers null for a document that is no piece', async () => {
    dialogue = await Dialogue.start({ rules });
    await dialogue.open(`${FOLDER}/notes.md`, 'Penser au café.');
    assert.equal(await dialogue.request('dce-lint/fiche', { uri: `${FOLDER}/notes.md` }), null);
  });
});
