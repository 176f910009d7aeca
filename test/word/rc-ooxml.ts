import { by, heading, list, numbered, nums, ooxml, p, r, style, t, table } from './ooxml.ts';

const HEADING = list(1, ['decimal', 'Article %1 –'], ['decimal', '%1.%2'], ['decimal', '%1.%2.%3']);

/** A short RC with all that offices do to one: numbered headings, lists, merged cells, a note, a comment, tracked changes. */
export const rcDocument = (): Uint8Array =>
  ooxml({
    styles: [
      '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>',
      heading('Titre', 'Title'),
      heading('Titre1', 'heading 1', `${numbered(1, 0)}<w:outlineLvl w:val="0"/>`),
      heading('Titre2', 'heading 2', `${numbered(1, 1)}<w:outlineLvl w:val="1"/>`),
    ].join(''),
    numbering: [
      HEADING,
      list(2, ['bullet', '•'], ['bullet', 'o']),
      list(3, ['decimal', '%1.'], ['lowerLetter', '%2)']),
      list(4, ['decimal', '%1)', 4]),
      nums(1, 2, 3, 4),
    ].join(''),
    comments: `<w:comment ${by('Paul Durand', 0)} w:initials="PD">${p(r('À vérifier avec le service.'))}</w:comment>`,
    footnotes: `<w:footnote w:id="1">${p(`<w:r><w:footnoteRef/></w:r>${r(' Au sens du CCAG-TIC.')}`)}</w:footnote>`,
    links: { rId9: 'https://achats.example/rc_2027' },
    body: [
      p(r('Règlement de la consultation'), style('Titre')),
      p(r('Objet'), style('Titre1')),
      p(
        `${r('Le marché porte sur ')}${r('un assistant vocal', '<w:b/>')}<w:r><w:footnoteReference w:id="1"/></w:r>${r('. Profil : ')}<w:hyperlink r:id="rId9">${r('achats.example')}</w:hyperlink>${r('.')}`,
      ),
      p(r('Durée'), style('Titre2')),
      p(
        `${r('Le marché dure ')}<w:commentRangeStart w:id="0"/>${r('douze mois')}<w:commentRangeEnd w:id="0"/><w:r><w:commentReference w:id="0"/></w:r>${r('.')}`,
      ),
      p(
        `${r('Les offres sont valables ')}<w:del ${by('Jeanne Martin', 1)}><w:r><w:delText>trois</w:delText></w:r></w:del><w:ins ${by('Jeanne Martin', 2)}>${r('quatre')}</w:ins>${r(' mois.')}`,
      ),
      p(r('Pièces'), style('Titre2')),
      p(r('le règlement ;'), numbered(2, 0)),
      p(r('ses annexes ;'), numbered(2, 1)),
      p(r('le CCAP.'), numbered(2, 0)),
      p(r('Remise des offres'), style('Titre1')),
      p(r('déposer ;'), numbered(3, 0)),
      p(r('par voie électronique,'), numbered(3, 1)),
      p(r('avant l’heure ;'), numbered(3, 1)),
      p(r('signer.'), numbered(3, 0)),
      p(r('suite.'), numbered(4, 0)),
      table(
        [['<w:gridSpan w:val="2"/>', p(r('Critères de jugement'))]],
        [p(r('Critère', '<w:b/>')), p(r('Poids', '<w:b/>'))],
        [['<w:vMerge w:val="restart"/>', p(r('Qualité'))], p(r('40 %'))],
        [['<w:vMerge/>', p('')], p(r('20 %'))],
        [p(r('Prix')) + p(r('montant du devis')), p(r('40 %'))],
      ),
      p(`${r('Fin')}<w:r><w:br/>${t('de la pièce.')}</w:r>`),
    ].join(''),
  });

/** The draft that it gives. */
export const RC_DRAFT = `---
dce:
  piece: rc
---

# Règlement de la consultation

## Article 1 – Objet

Le marché porte sur **un assistant vocal**[^1]. Profil : [achats.example](https://achats.example/rc_2027).

### 1.1 Durée

Le marché dure douze mois<!-- commentaire de Paul Durand, 2026-11-03, sur « douze mois » : À vérifier avec le service. -->.

Les offres sont valables <!-- suppression de Jeanne Martin, 2026-11-03 : « trois » -->quatre<!-- ajout de Jeanne Martin, 2026-11-03 : « quatre » --> mois.

### 1.2 Pièces

- le règlement ;
  - ses annexes ;
- le CCAP.

## Article 2 – Remise des offres

1. déposer ;
   - a) par voie électronique,
   - b) avant l’heure ;
2. signer.

4) suite.

**Critères de jugement**

| Critère | Poids |
| - | - |
| Qualité | 40 % |
| <!-- ↑ --> | 20 % |
| Prix<br>montant du devis | 40 % |

Fin\\
de la pièce.

[^1]: Au sens du CCAG-TIC.
`;
