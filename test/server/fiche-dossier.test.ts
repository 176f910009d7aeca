import assert from 'node:assert/strict';
import { openConsultation } from '../../rules/consultation/open.ts';
import { ficheOf } from '../../server/core/fiche.ts';
import { ficheBody } from '../../server/report/fiche-body.ts';

const RC = `# Règlement de la consultation

## 1. Objet

L'accord-cadre a pour objet la fourniture de balises de bruit. Il comporte 2 lots :

- lot 1 : balises ;
- lot 2 : logiciel.

Le montant maximum de l'accord-cadre est de 60 000 € HT par an. Le montant estimé du marché est de 200 000 € HT.

Le lot 1 est exécuté en 8 mois. Le délai d'exécution du lot 2 est de 90 jours.

## 2. Tranches

| Tranche | Objet |
|---|---|
| Ferme | Étude acoustique |
| Optionnelle 1 | Pose des balises |

## 3. Variantes

Une variante est exigée pour le lot 2.

## 4. Offres

Les offres du lot 1 sont remises avant le 12 mars 2027 à 12 h 00. Les candidatures sont remises avant le 2 février 2027. Les offres finales sont remises avant le 3 mai 2027.

## 5. Critères du lot 1

| Critère | Points |
|---|---|
| Valeur technique | 60 points |
| – méthode | 40 points |
| – équipe | 20 points |
| Prix | 40 points |

## 6. Critères du lot 2

Les offres du lot 2 sont jugées selon les critères suivants, par ordre décroissant d'importance :

1. Prix ;
2. Valeur technique ;
3. Délai.

## 7. Critères des marchés subséquents

Les marchés subséquents sont attribués selon les critères suivants :

- Prix : 70 %
- Délai : 30 %
`;
const CCAP = `# CCAP

La durée du lot 1 est de 36 mois.

## Droits

Le titulaire cède à titre exclusif les droits de reproduction et de représentation sur les résultats, pour la durée légale de protection et pour le monde entier.
`;
const NOTICE = '---\ndce:\n  piece: autre\n---\n# Notice\n\nRien.\n';

const fiche = () => {
  const texts = { 'notice.md': NOTICE, 'ccap.md': CCAP, 'rc.md': RC };
  const files = Object.entries(texts).map(([path, text]) => ({ path, text }));
  return ficheOf(openConsultation(files, { date: '2026-12-01', files: Object.keys(texts) }));
};
/** The page, without its tags and drawings. */
const page = () =>
  ficheBody(fiche(), () => undefined)
    .replace(/<svg[\s\S]*?<\/svg>/g, '[dessin]')
    .replace(/<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ');

describe('the sheet of a consultation in lots', () => {
  it('says of each value whose it is: of the contract, a lot, a year, the last round', () => {
    const said = fiche().matters.flatMap((m) =>
      m.entries.flatMap((e) => e.values.map((v) => `${e.label} = ${v.text}`)),
    );
    for (const line of EXPECTED) assert.ok(said.includes(line), `${line}\nin\n${said.join('\n')}`);
  });

  it('has the pieces in the order in which they are read, those of no kind last', () => {
    assert.deepEqual(
      fiche().pieces.map((p) => `${p.path} : ${p.name}`),
      ['rc.md : RC', 'ccap.md : CCAP', 'notice.md : pièce non reconnue'],
    );
  });

  it('brings points to shares of the whole, those of parts to shares of their criterion, and makes up none', () => {
    assert.deepEqual(
      fiche().grilles.map((g) => [
        g.lots,
        g.subsequent,
        g.criteres.map((c) => [c.name, c.share, c.children.map((x) => x.share)]),
      ]),
      [
        [
          ['1'],
          false,
          [
            ['Valeur technique', 60, [66.67, 33.33]],
            ['Prix', 40, []],
          ],
        ],
        [
          ['2'],
          false,
          [
            ['Prix', undefined, []],
            ['Valeur technique', undefined, []],
            ['Délai', undefined, []],
          ],
        ],
        [
          [],
          true,
          [
            ['Prix', 70, []],
            ['Délai', 30, []],
          ],
        ],
      ],
    );
  });

  it('has the days in their order, each with the lots it is for', () => {
    assert.deepEqual(
      fiche().dates.map((d) => [d.label, d.day, d.time]),
      [
        ['Date limite de remise des candidatures', '2027-02-02', undefined],
        ['Date limite de remise des offres (lot 1)', '2027-03-12', '12:00'],
        ['Date limite de remise des offres finales', '2027-05-03', undefined],
      ],
    );
  });

  it('is written with a drawing where there are figures, and with « aucune » and « inconnue » where there are none', () => {
    const text = page();
    assert.match(text, /Critères d’attribution, lot 1 \(tableau 1\) \[dessin\]/);
    assert.match(
      text,
      /Valeur technique 60 points 60 % RC, ligne \d+ – méthode 40 points 40 % RC, ligne \d+ – équipe 20 points 20 %/,
    );
    assert.match(text, /Critères d’attribution, lot 2 \(tableau 2\) Critères d’attribution, lot 2/);
    assert.match(text, /Prix aucune inconnue RC, ligne \d+ Valeur technique aucune inconnue/);
    assert.match(text, /Critères d’attribution des marchés subséquents \(tableau 3\) \[dessin\]/);
    assert.match(text, /Date limite de remise des offres \(lot 1\) 12\/03\/2027 à 12 h 00 RC/);
    assert.match(text, /Tranche optionnelle 1 Pose des balises montant non indiqué RC/);
  });
});

const EXPECTED = [
  'Montant maximum, par an = 60\u202f000 € HT',
  'Montant estimé = 200\u202f000 € HT',
  'Date limite de remise des candidatures = 2 février 2027',
  'Date limite de remise des offres (lot 1) = 12 mars 2027 à 12 h 00',
  'Date limite de remise des offres finales = 3 mai 2027',
  'Durée (lot 1) = 36 mois',
  'Allotissement = 2 lots',
  'Lot 1 = Balises',
  'Tranche ferme : objet = Étude acoustique',
  'Variantes exigées (lot 2) = Exigées',
  'Critères (lot 1) = Valeur technique : 60 % ; Prix : 40 %',
  'Critères (lot 2) = Prix : sans poids ; Valeur technique : sans poids ; Délai : sans poids',
  'Cession = Exclusive ; droits : reproduction, représentation ; limites fixées : lieu, durée',
];
