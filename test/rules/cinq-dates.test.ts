/**
 * One dossier, five days: what the law of each asks for. The expectations were written from the study of the law and the rows
 * of `rules/law` before the first run; `source` says where each comes from.
 */
import assert from 'node:assert/strict';
import { openConsultation } from '../../rules/facts/piece.ts';
import { rules } from '../../rules/index.ts';
import { articleAt, type Code, ccagAt, repealedTexts } from '../../rules/law/law.ts';
import { lint } from '../../server/core/lint.ts';

const DAYS = ['2018-06-01', '2020-02-01', '2024-06-01', '2026-02-01', '2026-12-01'] as const;
type Day = (typeof DAYS)[number];

const DOSSIERS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  adaptee: {
    'rc.md': `---
dce:
  piece: rc
  procedure: mapa
  categorie: services
  acheteur: etat
  montant-estime: 142000
---

# Règlement de la consultation

## 1. Objet et procédure

La présente consultation porte sur l'entretien des locaux de la préfecture. Elle est passée en procédure adaptée, en application de l'article 27 du décret n° 2016-360 du 25 mars 2016.
Le seuil de procédure formalisée est de 140 000 € HT. Le seuil de dispense de publicité et de mise en concurrence est de 40 000 € HT.

## 2. Lots et variantes

Le marché n'est pas alloti car les prestations ne peuvent être distinguées. Les variantes ne sont pas autorisées.

## 3. Candidature

Le candidat justifie d'un chiffre d'affaires annuel minimum de 255 000 € HT.
En cas d'attribution à un groupement, celui-ci devra prendre la forme d'un groupement solidaire.

## 4. Critères

| Critère | Pondération |
|---|---|
| Prix | 60 % |
| Valeur technique, appréciée au vu du mémoire | 40 % |
`,
    'ccap.md': `---
dce:
  piece: ccap
---

# Cahier des clauses administratives particulières

## 1. Forme

Le présent contrat est un accord-cadre à bons de commande sans minimum ni maximum, d'une durée de deux ans.
Le marché se réfère au CCAG-FCS approuvé par l'arrêté du 19 janvier 2009.

## 2. Paiement

Le délai global de paiement est fixé à 45 jours.
`,
  },
  formalisee: {
    'rc.md': `---
dce:
  piece: rc
  procedure: appel-offres-ouvert
  categorie: services
  acheteur: collectivite
  montant-estime: 900000
---

# Règlement de la consultation

## 1. Objet et procédure

La présente consultation porte sur la restauration scolaire de la commune. Elle est passée selon un appel d'offres ouvert, le besoin dépassant le seuil des procédures formalisées de 221 000 € HT.

## 2. Lots

Le marché n'est pas alloti car les prestations ne peuvent être distinguées.

## 3. Critères

| Critère | Pondération |
|---|---|
| Prix | 50 % |
| Valeur technique, appréciée au vu du mémoire | 50 % |
`,
    'ccap.md': `---
dce:
  piece: ccap
---

# Cahier des clauses administratives particulières

## 1. Durée

Le marché est conclu pour deux ans. La tranche conditionnelle porte sur les vacances.

## 2. Pénalités

Un retard donne lieu à une pénalité de 50 € par jour.
`,
  },
  prix: {
    'rc.md': `---
dce:
  piece: rc
  procedure: mapa
  categorie: services
  acheteur: collectivite
---

# Règlement de la consultation

## 1. Objet

La présente consultation, en procédure adaptée, porte sur des études de sol.

## 2. Jugement des offres

Le prix est le critère unique d'attribution.
`,
  },
};

/** `!`: must be reported; `-`: must not. With the source of the cell. */
type Cell = readonly ['!' | '-', string];

interface Line {
  readonly dossier: keyof typeof DOSSIERS;
  readonly rule: string;
  /** Found in the words reported, or in the message. */
  readonly about: RegExp;
  readonly cells: readonly [Cell, Cell, Cell, Cell, Cell];
}

const CODE_IN_FORCE = 'law.md 0 : code en vigueur le 01/04/2019 (dates.json codeInForce)';
const FORMALISED = 'law.md 2a';
const ENVIRONMENT = 'law.md E12 : depuis le 21/08/2026 (dates.json environmentalCriterion)';
const CAP = 'law.md E28 : 2 fois, puis 1,5 depuis le 01/01/2026 (R2142-7)';
const GROUPING = 'law.md E30 : R2142-22, rédaction du 01/01/2025 ; celle d’avant n’a pas été lue';
const MAXIMUM = 'law.md E24 : R2162-4, depuis le 26/08/2021 (dates.json frameworkMaximum)';
const CCAG = 'law.md 3 : CCAG de 2009 abrogés le 01/10/2021 (ccag.json)';
const EXECUTION = 'law.md E16 : L2112-2, depuis le 22/08/2026';
const SOCIAL = 'law.md E17 : L2112-2-1, depuis le 22/08/2026';
const VARIANTS = 'law.md Z1, E19 ; catalogue : le silence se relève quelle que soit la date';

const LINES: readonly Line[] = [
  {
    dossier: 'adaptee',
    rule: 'droit/reference-abrogee',
    about: /décret n° 2016-360/,
    cells: [
      ['-', 'repealed.json : décret n° 2016-360 en vigueur du 01/04/2016 au 01/04/2019'],
      ['!', CODE_IN_FORCE],
      ['!', CODE_IN_FORCE],
      ['!', CODE_IN_FORCE],
      ['!', CODE_IN_FORCE],
    ],
  },
  {
    dossier: 'adaptee',
    rule: 'droit/ccag-perime',
    about: /CCAG/,
    cells: [
      ['-', CCAG],
      ['-', CCAG],
      ['!', CCAG],
      ['!', CCAG],
      ['!', CCAG],
    ],
  },
  {
    dossier: 'adaptee',
    rule: 'droit/seuil-perime',
    about: /140 000/,
    cells: [
      ['!', `${FORMALISED} : 144 000 en 2018-2019`],
      ['!', `${FORMALISED} : 139 000 en 2020-2021`],
      ['!', `${FORMALISED} : 143 000 en 2024-2025`],
      ['-', `${FORMALISED} : 140 000 en 2026-2027`],
      ['-', `${FORMALISED} : 140 000 en 2026-2027`],
    ],
  },
  {
    dossier: 'adaptee',
    rule: 'droit/seuil-perime',
    about: /40 000 € HT\.?$|\b40 000/,
    cells: [
      ['!', 'law.md 2b : 25 000 jusqu’au 01/01/2020'],
      ['-', 'law.md 2b : 40 000 depuis le 01/01/2020'],
      ['-', 'law.md 2b : 40 000 depuis le 01/01/2020'],
      ['-', 'law.md 2b : 40 000 jusqu’au 01/04/2026'],
      ['!', 'law.md 2b : 60 000 depuis le 01/04/2026'],
    ],
  },
  {
    dossier: 'adaptee',
    rule: 'procedure/seuil-mapa',
    about: /./,
    cells: [
      ['-', `${FORMALISED} : 142 000 sous 144 000`],
      ['!', `${FORMALISED} : 142 000 au-dessus de 139 000`],
      ['-', `${FORMALISED} : 142 000 sous 143 000`],
      ['!', `${FORMALISED} : 142 000 au-dessus de 140 000`],
      ['!', `${FORMALISED} : 142 000 au-dessus de 140 000`],
    ],
  },
  {
    dossier: 'adaptee',
    rule: 'candidature/chiffre-affaires',
    about: /255 000/,
    cells: [
      ['-', CAP],
      ['-', CAP],
      ['-', CAP],
      ['!', CAP],
      ['!', CAP],
    ],
  },
  {
    dossier: 'adaptee',
    rule: 'candidature/forme-groupement',
    about: /./,
    cells: [
      ['-', GROUPING],
      ['-', GROUPING],
      ['-', GROUPING],
      ['!', GROUPING],
      ['!', GROUPING],
    ],
  },
  {
    dossier: 'adaptee',
    rule: 'criteres/environnemental',
    about: /./,
    cells: [
      ['-', ENVIRONMENT],
      ['-', ENVIRONMENT],
      ['-', ENVIRONMENT],
      ['-', ENVIRONMENT],
      ['!', ENVIRONMENT],
    ],
  },
  {
    dossier: 'adaptee',
    rule: 'accord-cadre/maximum',
    about: /./,
    cells: [
      ['-', MAXIMUM],
      ['-', MAXIMUM],
      ['!', MAXIMUM],
      ['!', MAXIMUM],
      ['!', MAXIMUM],
    ],
  },
  {
    dossier: 'adaptee',
    rule: 'execution/delai-paiement',
    about: /45/,
    cells: [
      ['!', 'law.md B37 : trente jours, décret n° 2013-269'],
      ['!', 'law.md E46 : R2192-10'],
      ['!', 'law.md E46 : R2192-10'],
      ['!', 'law.md E46 : R2192-10'],
      ['!', 'law.md E46 : R2192-10'],
    ],
  },
  {
    dossier: 'formalisee',
    rule: 'droit/seuil-perime',
    about: /221 000/,
    cells: [
      ['-', `${FORMALISED} : 221 000 en 2018-2019`],
      ['!', `${FORMALISED} : 214 000 en 2020-2021`],
      ['-', `${FORMALISED} : 221 000 en 2024-2025`],
      ['!', `${FORMALISED} : 216 000 en 2026-2027`],
      ['!', `${FORMALISED} : 216 000 en 2026-2027`],
    ],
  },
  {
    dossier: 'formalisee',
    rule: 'variantes/non-mentionnees',
    about: /les interdit/,
    cells: [
      ['!', VARIANTS],
      ['!', VARIANTS],
      ['!', VARIANTS],
      ['!', VARIANTS],
      ['-', 'law.md Z1 : L2151-2 du 28/05/2026, le silence les autorise'],
    ],
  },
  {
    dossier: 'formalisee',
    rule: 'variantes/non-mentionnees',
    about: /L\. 2151-2/,
    cells: [
      ['-', 'law.md Z1 : rédaction du 28/05/2026'],
      ['-', 'law.md Z1 : rédaction du 28/05/2026'],
      ['-', 'law.md Z1 : rédaction du 28/05/2026'],
      ['-', 'law.md Z1 : rédaction du 28/05/2026'],
      ['!', 'law.md Z1 : L2151-2 du 28/05/2026, le silence les autorise'],
    ],
  },
  {
    dossier: 'formalisee',
    rule: 'execution/condition-environnementale',
    about: /./,
    cells: [
      ['-', EXECUTION],
      ['-', EXECUTION],
      ['-', EXECUTION],
      ['-', EXECUTION],
      ['!', EXECUTION],
    ],
  },
  {
    dossier: 'formalisee',
    rule: 'execution/condition-sociale',
    about: /./,
    cells: [
      ['-', SOCIAL],
      ['-', SOCIAL],
      ['-', SOCIAL],
      ['-', SOCIAL],
      ['!', SOCIAL],
    ],
  },
  {
    dossier: 'formalisee',
    rule: 'tranches/terminologie',
    about: /conditionnelle/,
    cells: [
      ['!', 'law.md E23 : optionnelle depuis 2016'],
      ['!', 'law.md E23 : optionnelle depuis 2016'],
      ['!', 'law.md E23 : optionnelle depuis 2016'],
      ['!', 'law.md E23 : optionnelle depuis 2016'],
      ['!', 'law.md E23 : optionnelle depuis 2016'],
    ],
  },
  {
    dossier: 'prix',
    rule: 'criteres/prix-unique',
    about: /error/,
    cells: [
      [
        '-',
        'catalogue : avertissement avant le 21/08/2026 (R2152-7 de 2019 admet le prix pour des achats standardisés)',
      ],
      ['-', 'R2152-7, rédaction du 01/04/2019'],
      ['-', 'R2152-7, rédaction du 01/04/2019'],
      ['-', 'R2152-7, rédaction du 01/04/2019'],
      ['!', 'law.md E13 : R2152-7 du 21/08/2026, le coût seul'],
    ],
  },
  {
    dossier: 'prix',
    rule: 'criteres/prix-unique',
    about: /warning/,
    cells: [
      ['!', 'catalogue : avertissement, une étude n’est pas standardisée'],
      ['!', 'R2152-7, rédaction du 01/04/2019'],
      ['!', 'R2152-7, rédaction du 01/04/2019'],
      ['!', 'R2152-7, rédaction du 01/04/2019'],
      ['-', 'law.md E13 : une erreur depuis le 21/08/2026'],
    ],
  },
];

const found = new Map<string, readonly string[]>();

/** Every finding of a rule in a dossier on a day, as its level, words and message. */
function findings(dossier: string, rule: string, day: Day): readonly string[] {
  const key = `${dossier} ${day}`;
  if (!found.has(key)) {
    const sources = Object.entries(DOSSIERS[dossier] ?? {}).map(([path, text]) => ({
      path,
      text: text.replace('dce:\n', `dce:\n  date: ${day}\n`),
    }));
    const consultation = openConsultation(sources, { date: day, files: sources.map((s) => s.path) });
    const all = lint(consultation, { rules }).findings;
    found.set(
      key,
      all.map((f) => `${f.rule.id} ${f.level} « ${f.piece.draft.text.slice(f.at.start, f.at.end)} » ${f.message}`),
    );
  }
  return (found.get(key) ?? []).filter((f) => f.startsWith(`${rule} `));
}

describe('one dossier on five days', () => {
  for (const { dossier, rule, about, cells } of LINES)
    describe(`${rule} (${dossier}, ${about.source})`, () => {
      DAYS.forEach((day, i) => {
        const [expected, source] = cells[i] as Cell;
        it(`${expected === '!' ? 'speaks' : 'is silent'} on ${day} – ${source}`, () => {
          const seen = findings(dossier, rule, day);
          assert.equal(seen.some((f) => about.test(f)) ? '!' : '-', expected, seen.join('\n') || 'nothing');
        });
      });
    });
});

type Answer = ReturnType<typeof articleAt>['status'];

/** Citation, its answer on each of the five days, and the row that says so. */
const CITATIONS: readonly (readonly [Code, string, readonly Answer[], string])[] = [
  ['ccp', 'R2123-1', ['not-yet', 'in-force', 'changed', 'changed', 'changed'], 'law.md B41 : rédaction du 02/04/2021'],
  [
    'ccp',
    'R2123-8',
    ['not-yet', 'in-force', 'repealed', 'repealed', 'repealed'],
    'articles.json : abrogé le 02/04/2021',
  ],
  [
    'ccp',
    'R2122-8',
    ['not-yet', 'changed', 'changed', 'changed', 'changed'],
    'law.md 2b : 01/01/2020, 01/01/2026, 01/04/2026',
  ],
  ['ccp', 'R2122-9-1', ['not-yet', 'not-yet', 'in-force', 'in-force', 'in-force'], 'law.md A15 : depuis le 16/12/2021'],
  ['ccp', 'R2142-7', ['not-yet', 'in-force', 'in-force', 'changed', 'changed'], 'law.md B11 : rédaction du 01/01/2026'],
  ['ccp', 'L2113-17', ['not-yet', 'not-yet', 'not-yet', 'not-yet', 'in-force'], 'law.md B03 : depuis le 28/05/2026'],
  [
    'ccp',
    'L2151-2',
    ['not-yet', 'in-force', 'in-force', 'in-force', 'changed'],
    'law.md A19 : rédaction du 28/05/2026',
  ],
  [
    'ccp',
    'R2152-7',
    ['not-yet', 'in-force', 'in-force', 'in-force', 'changed'],
    'law.md A20 : rédaction du 21/08/2026',
  ],
  ['ccp', 'R2162-4', ['not-yet', 'in-force', 'changed', 'changed', 'changed'], 'law.md B26 : rédaction du 26/08/2021'],
  ['ccp', 'L6', ['not-yet', 'in-force', 'in-force', 'in-force', 'in-force'], 'law.md A43 : inchangé'],
  ['ccp', 'R2152-99', ['unknown', 'unknown', 'unknown', 'unknown', 'unknown'], 'families.json : R2152-1 à R2152-13'],
  ['cpi', 'L131-3', ['in-force', 'in-force', 'in-force', 'in-force', 'in-force'], 'law.md D14'],
  ['cpi', 'L113-9', ['in-force', 'changed', 'changed', 'changed', 'changed'], 'law.md D04 : rédaction du 01/01/2020'],
];

describe('a message of a day before the code', () => {
  for (const dossier of Object.keys(DOSSIERS))
    it(`cites no article of it (${dossier})`, () => {
      findings(dossier, '', '2018-06-01');
      const said = found.get(`${dossier} 2018-06-01`) ?? [];
      assert.deepEqual(
        said.filter((f) => /[LRD]\. ?\d{4}-\d|[LRD]\d{4}-\d/.test(f)),
        [],
      );
    });
});

describe('one citation on five days', () => {
  for (const [code, number, answers, source] of CITATIONS)
    it(`${code} ${number} is ${answers.join(', ')} – ${source}`, () => {
      assert.deepEqual(
        DAYS.map((day) => articleAt(code, number, day).status),
        answers,
      );
    });

  it('the décret n° 2016-360 is in force on the first day only – law.md 0', () => {
    const text = repealedTexts.find((t) => t.id === 'decret-2016-360');
    assert.deepEqual(
      DAYS.map((day) => text !== undefined && text.since <= day && day < (text.until ?? '')),
      [true, false, false, false, false],
    );
  });

  it('the CCAG-FCS is that of 2009 on the first two days, then that of 2021 – law.md 3', () => {
    assert.deepEqual(
      DAYS.map((day) => ccagAt('fcs', day)?.text.year),
      [2009, 2009, 2021, 2021, 2021],
    );
  });
});
