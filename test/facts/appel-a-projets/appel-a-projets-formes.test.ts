import assert from 'node:assert/strict';
import { appelAProjets } from '../../../rules/facts/appel-a-projets/appel-a-projets.ts';
import { motsDeMarche } from '../../../rules/facts/appel-a-projets/mots.ts';
import { open } from '../../rules/tester.ts';

const pieceOf = (body: string, head = '# Appel à projets\n\n## 3. Contenu', path = 'aap.md') => {
  const [piece] = open([{ path, text: `${head}\n\n${body}\n` }]).pieces;
  assert.ok(piece);
  return piece;
};

describe('what makes a grant look like a contract', () => {
  const told = (body: string): string => {
    const a = pieceOf(body).ask(appelAProjets);
    return [
      a.initiative.length && 'projet défini',
      a.contrepartie.length && 'contrepartie',
      a.retrocession.length && 'reprise',
    ]
      .filter(Boolean)
      .join(', ');
  };
  const TABLE: readonly (readonly [string, string])[] = [
    ['LES LAUREATS DEVELOPPENT LA PLATEFORME QUE LA VILLE A CONCUE.', 'projet défini'],
    ['La Ville a fixé le contenu des ateliers du projet.', 'projet défini'],
    ['La Ville a fixé le contenu des ateliers que le porteur anime ; le reste est libre.', 'projet défini'],
    ['La Ville a fixé le contenu des ateliers, le porteur étant libre de les animer.', 'projet défini'],
    ['La Ville a fixé les dates des ateliers et aucune autre règle, le porteur étant libre.', ''],
    ['La Ville a fixé le calendrier de la réunion.', ''],
    ['La Ville a fixé le budget du projet.', ''],
    ['Le porteur réalise librement les actions décrites à l’annexe.', ''],
    ['La solution à développer doit être simple.', 'projet défini'],
    ['Le porteur développe la plateforme dont la Ville n’a pas défini les modules.', ''],
    ['Les livrables attendus sont libres.', 'projet défini'],
    ['L’étude est destinée aux besoins propres de la Ville.', 'contrepartie'],
    ['Le bénéficiaire cède ses droits sur les résultats à la Ville.', 'contrepartie'],
    ['Le bénéficiaire transfère l’outil à la Ville.', 'contrepartie'],
    ['La Ville est propriétaire de l’outil.', 'contrepartie'],
    ['Le rapport est remis à la Ville pour l’usage de ses agents.', 'contrepartie'],
    ['L’aide ne répond pas aux besoins propres de la Ville.', ''],
    ['- Usages du logiciel : exclusifs, au profit de la Ville', 'contrepartie'],
    ['- Usages du logiciel : libres, au profit de la population', ''],
    ['La cession des résultats à la Ville relèverait d’un marché ; rien de tel ici.', ''],
    ['Les subventions employées à d’autres fins sont remboursées.', 'reprise'],
    ['Les fonds employés à d’autres fins sont rendus.', 'reprise'],
    ['Les locaux employés à d’autres fins sont rendus.', ''],
    ['La subvention est remboursée en mars.', ''],
    ['La subvention détournée est publiée.', ''],
    ['Aucun remboursement de la subvention n’est demandé en cas de manquement.', ''],
    ['Le reliquat de la subvention est reversé en cas de manquement.', ''],
    ['Le reliquat de la subvention ou les sommes utilisées à d’autres fins sont reversés.', 'reprise'],
    ['La Ville contrôle l’emploi de l’aide. À défaut, elle en exige le remboursement.', 'reprise'],
    ['La Ville contrôle l’état des locaux. Sinon, elle reprend les clés.', ''],
    ['Le bénéficiaire rend compte.', ''],
  ];
  for (const [body, wanted] of TABLE)
    it(`${wanted || 'nothing'}: ${body}`, () => {
      assert.equal(told(body), wanted);
    });

  it('is told once for each article, and by no title', () => {
    const [a, b, c] = [
      'Les livrables attendus sont listés.',
      'La solution à développer est simple.',
      'Les prestations attendues sont listées.',
    ];
    const folded = (body: string, head?: string) =>
      pieceOf(body, head)
        .ask(appelAProjets)
        .initiative.map(({ sentence }) => sentence.folded.trim());
    assert.deepEqual(
      folded(`${a} ${b}\n\n## 4. Suite\n\n${c}`),
      [a, c].map((s) => s.toLowerCase().replaceAll('é', 'e')),
    );
    assert.deepEqual(folded('Texte.', '# Prestations attendues de l’appel à projets'), []);
    assert.deepEqual(folded('Texte.\n\n## Livrables attendus\n\nTexte.'), []);
    assert.equal(folded('Texte.\n\n## Prestations attendues\n\nTexte.').length, 1);
    const { contrepartie, retrocession } = pieceOf(
      'Texte.\n\n## Besoins propres de la Ville\n\nTexte.\n\n## Remboursement de la subvention utilisée à d’autres fins\n\nTexte.',
    ).ask(appelAProjets);
    assert.deepEqual([contrepartie, retrocession], [[], []]);
  });

  it('is no matter for another piece', () => {
    const text =
      'Les livrables attendus servent les besoins propres de la Ville. La subvention détournée est remboursée.';
    const rc = pieceOf(text, '# RC', 'rc.md');
    assert.deepEqual(rc.ask(appelAProjets), { initiative: [], contrepartie: [], retrocession: [] });
    assert.equal(appelAProjets.show?.(rc.ask(appelAProjets), rc), undefined);
    const aap = pieceOf(text);
    assert.deepEqual(appelAProjets.show?.(aap.ask(appelAProjets), aap), {
      projetDefini: 1,
      contreparties: 1,
      retrocessions: 1,
    });
  });
});

describe('the grant’s word for a contract’s word', () => {
  /** « mot → remplaçant », or the word alone when the sentence is to be rewritten. */
  const told = (body: string) =>
    pieceOf(body)
      .ask(motsDeMarche)
      .flatMap((p) => p.words.map((w) => [w.word, w.instead].filter(Boolean).join(' → ')));
  const TABLE: readonly (readonly [string, readonly string[]])[] = [
    ['Le soumissionnaire remet un dossier.', ['soumissionnaire → porteur de projet']],
    ['LES SOUMISSIONNAIRES REMETTENT UN DOSSIER.', ['SOUMISSIONNAIRES → porteurs de projet']],
    ['L’acte d’engagement est signé.', ['acte d’engagement → projet de convention']],
    ['Les actes d’engagement sont signés.', ['actes d’engagement → projets de convention']],
    ['Le titulaire rend compte.', ['titulaire → bénéficiaire']],
    ['Les titulaires rendent compte.', ['titulaires → bénéficiaires']],
    ['Le titulaire de la convention rend compte.', ['titulaire de la convention']],
    ['Son offre tient en deux pages.', ['offre → dossier']],
    ['Chacun dépose son offre.', ['dépose son offre']],
    ['Leurs offres tiennent en deux pages.', ['offres → dossiers']],
    ['Elles déposent une offre.', ['déposent une offre']],
    ['La notification du marché a lieu en mars.', ['notification du marché']],
    ['Le prix est ferme.', ['Le prix est ferme']],
    ['Le prix forfaitaire est payé.', ['prix forfaitaire']],
    ['Un bon de commande est émis.', ['bon de commande']],
    [
      'Le pouvoir adjudicateur signe l’acte d’engagement du titulaire.',
      ['pouvoir adjudicateur', 'acte d’engagement → projet de convention', 'titulaire → bénéficiaire'],
    ],
    ['Le jugement des offres précède leurs offres.', ['jugement des offres', 'offres → dossiers']],
    ['Le titulaire du marché rend compte.', ['titulaire du marché']],
    ['La commission examine les offres.', ['examine les offres']],
    ['La commission examine les offres de transport.', []],
    ['La convention n’est pas un marché public : ni offre, ni titulaire.', []],
    ['Le bénéficiaire passe ses marchés avec le titulaire de son choix.', []],
    ['Le bénéficiaire rend compte.', []],
  ];
  for (const [body, wanted] of TABLE)
    it(`${wanted.join(', ') || 'nothing'}: ${body}`, () => {
      assert.deepEqual(told(body), wanted);
    });
  it('is given with its sentence, and counted', () => {
    const piece = pieceOf('Texte. Le titulaire et le soumissionnaire se voient. Le titulaire part.');
    const found = piece.ask(motsDeMarche);
    assert.deepEqual(
      found.map((p) => piece.draft.slice(p.sentence.span)),
      ['Le titulaire et le soumissionnaire se voient.', 'Le titulaire part.'],
    );
    assert.deepEqual(
      found.flatMap((p) => p.words.map((w) => piece.draft.slice(w.at))),
      ['titulaire', 'soumissionnaire', 'titulaire'],
    );
    assert.deepEqual(motsDeMarche.show?.(found, piece), ['titulaire', 'soumissionnaire', 'titulaire']);
    const none = pieceOf('Texte.');
    assert.equal(motsDeMarche.show?.(none.ask(motsDeMarche), none), undefined);
  });
});
