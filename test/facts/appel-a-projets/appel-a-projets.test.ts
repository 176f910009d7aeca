import assert from 'node:assert/strict';
import { openConsultation } from '../../../rules/consultation/open.ts';
import { appelAProjets } from '../../../rules/facts/appel-a-projets/appel-a-projets.ts';
import { motsDeMarche } from '../../../rules/facts/appel-a-projets/mots.ts';

const open = (body: string, title = 'Appel à projets') => {
  const { pieces } = openConsultation([{ path: 'aap.md', text: `# ${title}\n\n## 3. Contenu\n\n${body}\n` }], {
    date: '2026-12-01',
  });
  const [piece] = pieces;
  assert.ok(piece);
  return piece;
};

const table = (what: 'initiative' | 'contrepartie' | 'retrocession', rows: readonly (readonly [string, boolean])[]) => {
  for (const [body, wanted] of rows)
    it(`${wanted ? 'reads' : 'does not read'} it in « ${body} »`, () => {
      assert.equal(open(body).ask(appelAProjets)[what].length > 0, wanted);
    });
};

describe('the call that defines the project', () => {
  table('initiative', [
    ['Les lauréats développent la plateforme dont le cahier des charges figure en annexe.', true],
    ['Les livrables à fournir sont : une maquette, un guide et un rapport mensuel.', true],
    ['La solution attendue doit permettre la prise de rendez-vous en ligne.', true],
    ['Le bénéficiaire assure les permanences selon le planning arrêté par la commune.', true],
    ['Le projet à réaliser consiste à numériser les registres de la caisse.', true],
    ['Le porteur fournit les prestations définies par la Carsat à l’annexe 2.', true],
    ['Les projets se conforment aux spécifications techniques de l’annexe 1.', true],
    ['L’opérateur retenu déploiera 12 ateliers « Équilibre » selon le protocole remis par la Carsat.', true],
    ['L’appel à projets porte sur la prévention des chutes à domicile.', false],
    ['Chaque porteur définit le contenu, le public et le calendrier de son action.', false],
    ['Les projets doivent répondre à l’un au moins des trois objectifs suivants.', false],
    ['Le présent cahier des charges de l’appel à projets précise les modalités de candidature.', false],
    ['Le bénéficiaire réalise son projet dans les délais prévus à sa demande.', false],
    ['Le bénéficiaire s’engage à mettre en œuvre le projet décrit à l’annexe 1, dont il a l’initiative.', false],
    ['La caisse fixe le taux et le plafond de l’aide.', false],
    ['Le dossier comprend la description des actions et le budget.', false],
  ]);
});

describe('the benefit of the funder', () => {
  table('contrepartie', [
    ['Les études réalisées sont la propriété de la région.', true],
    ['Le porteur livre à la caisse le logiciel et son code source, pour l’usage de ses services.', true],
    ['En échange de l’aide, la structure met à disposition de la ville dix licences.', true],
    ['L’aide rémunère les prestations rendues.', true],
    ['Le bénéficiaire transfère à la métropole la propriété des outils.', true],
    ['La base de données constituée sera remise à la Carsat, qui en devient propriétaire.', true],
    ['La commune n’attend aucune contrepartie de sa subvention.', false],
    ['Le bénéficiaire remet un bilan d’exécution six mois après la fin du projet.', false],
    ['Les productions sont diffusées sous licence libre.', false],
    ['Le projet bénéficie aux habitants de la commune.', false],
    ['La région ne revendique aucun droit sur les résultats.', false],
    ['Les résultats sont présentés lors d’une journée organisée par la région.', false],
  ]);
});

describe('the grant taken back', () => {
  table('retrocession', [
    ['En cas d’utilisation de la subvention non conforme à son objet, son remboursement sera exigé.', true],
    ['Tout manquement du bénéficiaire à ses obligations entraîne la restitution des sommes perçues.', true],
    [
      'Si l’aide est affectée à une autre fin que le projet, la caisse demande le reversement de la totalité des fonds et à d’autres fins encore.',
      true,
    ],
    ['L’emploi des fonds à des fins étrangères au projet donne lieu à reversement.', true],
    ['La part non utilisée de la subvention est reversée à la caisse.', false],
    ['Le solde est versé au vu des dépenses justifiées.', false],
    ['Le montant de l’aide est ajusté au prorata des dépenses réelles.', false],
    ['La caisse contrôle l’emploi des fonds sur pièces et sur place.', false],
  ]);
});

describe('words of a contract', () => {
  const TABLE: readonly (readonly [string, readonly string[]])[] = [
    ['Le titulaire de la subvention rend compte de son action.', ['titulaire de la subvention']],
    ['Le titulaire rend compte de son action.', ['titulaire']],
    ['La date limite de remise des offres est fixée au 3 mars.', ['remise des offres']],
    ['Le marché est conclu pour douze mois.', ['Le marché est']],
    ['Les candidats remplissent le bordereau des prix.', ['bordereau des prix']],
    ['La notification du marché intervient en juin.', ['notification du marché']],
    ['Le titulaire du compte bancaire est la structure.', []],
    ['Les titulaires d’un mandat local ne siègent pas.', []],
    ['L’offre de soins du territoire est insuffisante.', []],
    ['Le prix de vente des repas reste libre.', []],
    ['Une étude de marché peut être financée.', []],
    ['La convention n’est ni un marché public ni une délégation de service.', []],
    ['Il ne s’agit pas d’un marché public : les porteurs ne remettent pas d’offre.', []],
    ['Le bénéficiaire soumis au code passe ses marchés selon ses propres règles.', []],
  ];
  for (const [body, words] of TABLE)
    it(`« ${body} »`, () => {
      const found = open(body)
        .ask(motsDeMarche)
        .flatMap((p) => p.words.map((w) => w.word));
      assert.deepEqual(found, words);
    });

  it('reads nothing in a piece of a contract', () => {
    const { pieces } = openConsultation(
      [{ path: 'ccap.md', text: '# CCAP\n\nLe titulaire exécute le présent marché.\n' }],
      {
        date: '2026-12-01',
      },
    );
    assert.deepEqual(pieces[0]?.ask(motsDeMarche), []);
  });

  it('counts a grant agreement as a call for projects', () => {
    const found = open('Le titulaire rend compte.', 'Convention de subvention').ask(motsDeMarche);
    assert.equal(found.length, 1);
  });
});
