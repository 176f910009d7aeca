import assert from 'node:assert/strict';
import { openConsultation } from '../../../rules/consultation/open.ts';
import { made, type Prestation, prestations } from '../../../rules/facts/piece/prestations.ts';
import type { Piece } from '../../../rules/kit/piece.ts';

const open = (text: string) => openConsultation([{ path: 'cctp.md', text }], { date: '2026-12-01' }).pieces[0] as Piece;

describe('the works made for the buyer', () => {
  const read = (text: string) => {
    const piece = open(text);
    return piece.ask(prestations).map(({ kind, at }) => `${kind} « ${at.text} »`);
  };
  const kinds = (text: string) => [
    ...new Set(
      open(text)
        .ask(prestations)
        .map((p) => p.kind),
    ),
  ];
  const CASES: readonly (readonly [text: string, ...kinds: Prestation[]])[] = [
    ['Le marché porte sur la conception, la réalisation et la maintenance d’une application.', 'logiciel'],
    ['Le titulaire développe un site internet.', 'logiciel'],
    ['Le titulaire développe un site internet qui n’est ni lent ni lourd.', 'logiciel'],
    ['Il n’est réalisé ni étude, ni logiciel, ni création pour le Département.'],
    ['LE TITULAIRE CONÇOIT ET RÉALISE LE PORTAIL DES USAGERS.', 'logiciel'],
    ['Les développements spécifiques sont livrés en mai.', 'logiciel'],
    ['La plateforme est développée par le titulaire.', 'logiciel'],
    ['Le titulaire crée le logo et la charte graphique.', 'creation'],
    ['Production de deux vidéos de présentation', 'creation'],
    ['Le marché a pour objet une étude de mobilité.', 'etude'],
    ['Le titulaire réalise un diagnostic et développe un extranet.', 'logiciel', 'etude'],
    ['La mission consiste en la réalisation d’un film et le prestataire conduit une enquête.', 'creation', 'etude'],
    // Nothing is ordered, or something else.
    ['Aucun développement spécifique n’est prévu.'],
    ['Le site internet existant, développé par le titulaire sortant, est maintenu.'],
    ['Le candidat peut créer un compte sur la plateforme.'],
    ['La mise en application de la clause est immédiate.'],
    ['La réalisation des travaux est suivie sur une plateforme.'],
    ['Le titulaire réalise les études d’exécution ; le marché porte sur une étude.'],
    ['Le titulaire fournit des bancs.'],
    ['La remise des comptes rendus n’emporte ni création d’une œuvre, ni développement d’un logiciel.'],
  ];
  for (const [text, ...expected] of CASES)
    it(`in « ${text} » are ${expected.join(', ') || 'none'}`, () => assert.deepEqual(kinds(text), expected));

  it('are each pointed at', () =>
    assert.deepEqual(read('Le titulaire développe un site internet. Il crée le logo.'), [
      'logiciel « developpe un site internet »',
      'creation « cree le logo »',
    ]));
  it('are not those of the past, of the candidate or of the criteria, but are under an object or a need', () => {
    const under = (title: string) => kinds(`## ${title}\n\nLe titulaire développe un site internet.\n`);
    for (const title of ['Contexte', 'Historique', 'Références', 'Critères d’attribution', 'Capacités', 'L’existant'])
      assert.deepEqual(under(title), [], title);
    for (const title of ['Contexte et objet', 'Contexte et besoins', 'Prestations'])
      assert.deepEqual(under(title), ['logiciel'], title);
    assert.deepEqual(kinds('## Contexte\n\n### Site\n\nLe titulaire développe un site internet.\n'), []);
  });
  it('are none in works, and software alone in supplies', () => {
    const of = (categorie: string) =>
      kinds(`---\ndce:\n  categorie: ${categorie}\n---\n\nLe titulaire développe un site internet. Il crée le logo.\n`);
    assert.deepEqual(of('travaux'), []);
    assert.deepEqual(of('fournitures'), ['logiciel']);
    assert.deepEqual(of('services'), ['logiciel', 'creation']);
  });
  it('are looked for in the pieces of the contract, the CCAP first', () => {
    const { pieces } = openConsultation(
      [
        { path: 'rc.md', text: 'Le titulaire développe un extranet.' },
        { path: 'cctp.md', text: 'Il crée le logo. Le titulaire développe un site internet.' },
        { path: 'ccap.md', text: 'Le titulaire développe un portail.' },
      ],
      { date: '2026-12-01' },
    );
    const [rc] = pieces as [Piece];
    const first = (...wanted: Prestation[]) => made(rc, ...wanted)?.sentence.text;
    assert.equal(first('logiciel'), 'Le titulaire développe un portail.');
    assert.equal(first('creation'), 'Il crée le logo.');
    assert.equal(first('creation', 'logiciel'), 'Le titulaire développe un portail.');
    assert.equal(first('etude'), undefined);
  });
  it('are told by `dce-lint facts`, each kind once', () => {
    const shown = (text: string) => prestations.show(open(text).ask(prestations), open(text));
    assert.deepEqual(shown('Il développe un site internet. Il développe un portail. Il crée le logo.'), [
      'logiciel',
      'creation',
    ]);
    assert.equal(shown('Texte.'), undefined);
  });
});
