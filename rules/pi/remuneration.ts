import { completeCession } from '../clauses/cession.ts';
import { markedBody } from '../clauses/insertion.ts';
import { assignments, priceElsewhere } from '../facts/pi/index.ts';
import { defineRule } from '../kit/rule.ts';
import { cpi, guide } from '../kit/source.ts';

const WORDINGS = [
  ['pi-prix-forfaitaire', 'Prix compris forfaitairement dans celui du marché'],
  ['pi-prix-complementaire', 'Prix distinct de celui des prestations'],
  ['pi-prix-proportionnel', 'Participation proportionnelle aux recettes'],
] as const;

export default defineRule({
  id: 'pi/remuneration',
  title: 'Cession de droits sans prix',
  level: 'error',
  pieces: ['cctp', 'ccap', 'rc', 'reglement-concours', 'ae'],
  why: `La rémunération de l'auteur est en principe une participation proportionnelle aux recettes ; elle peut être forfaitaire dans les cas de
l'article L131-4 du code de la propriété intellectuelle, dont le logiciel. Une cession qui n'en dit rien peut être annulée à la demande de l'auteur.`,
  sources: [guide('III.A', 25), cpi('L131-4')],
  messages: {
    prix: 'Rien ne dit comment cette cession est rémunérée.\nNi prix, ni « comprise forfaitairement dans le prix du marché », ni participation proportionnelle : l’auteur peut s’en prévaloir pour demander la nullité (article L131-4 du CPI). Choisir l’une des trois formules.',
  },
  examples: {
    bad: [
      {
        text: '## 8. Scénarios\n\n⟦Le titulaire cède à la ville le droit de reproduire les scénarios, sur papier et en ligne, pour informer le public, en France et pour dix ans.⟧\n\n## 9. Dessins\n\nLe titulaire cède à la ville le droit de reproduire les dessins, sur papier et en ligne, pour informer le public, en France et pour dix ans. Le prix du poste 4 comprend cette cession.',
        fixed: { gains: 'La rémunération des droits' },
      },
      {
        text: '## 9\n\n⟦La ville recueille, par le seul effet de l’admission, les droits de reproduction et d’adaptation du film.⟧',
        fixed: { gains: 'prix' },
      },
      {
        text: '## 9\n\n⟦Le titulaire cède à la ville les droits de reproduction des plans.⟧ Prix : à convenir.',
        fixed: { gains: 'prix' },
      },
      {
        text: '## 9\n\n⟦Vous abandonnez au lycée vos droits de reproduire et d’exposer les photos.⟧',
        fixed: { gains: 'prix' },
      },
      // The price of a licence is not that of the assignment beside it.
      {
        text: "## 9. Droits\n\n⟦Le titulaire cède à l'acheteur les droits de reproduction des études et lui concède, à titre gratuit, une licence sur ses connaissances antérieures.⟧",
        fixed: { gains: 'prix' },
      },
      {
        text: "⟦Le titulaire cède à l'acheteur le droit de reproduire les guides et de les distribuer, c'est-à-dire d'en remettre des copies aux habitants à titre gratuit, et de diffuser les guides au public gratuitement.⟧",
        fixed: { gains: 'La rémunération des droits' },
      },
      {
        text: "⟦Le titulaire cède à l'acheteur les droits de reproduction des visuels, sur tous supports, pour sa communication, en France et pour dix ans.⟧",
        fixed: { gains: 'comprise forfaitairement dans le prix du marché' },
      },
      {
        text: "⟦Les droits de propriété intellectuelle sont intégralement cédés au maître d'ouvrage.⟧ L'acheteur en use à titre gratuit ou onéreux.",
        fixed: { gains: 'La rémunération des droits' },
      },
      {
        text: '## Article 3 – Prix\n\nLes prix sont fermes et forfaitaires. Ils comprennent les frais de déplacement.\n\n## Article 9 – Droits\n\n⟦Le titulaire cède à la commune tous ses droits sur les études.⟧',
        fixed: { gains: 'La rémunération des droits' },
      },
    ],
    good: [
      'Le lauréat cède à la région, à titre non exclusif, le droit de reproduire ses maquettes.\n\nEn contrepartie de cette cession, il reçoit une indemnité forfaitaire de 600 €.\n',
      // In another article, which takes the grant up.
      '**2.** Le titulaire cède à la ville les droits de reproduire et d’exposer les cartes.\n\n**3.** La rémunération de l’article 2 est comprise à forfait dans le prix de 40 000 € HT.\n',
      'Le titulaire cède à la ville les droits de reproduire et d’exposer les cartes. Cela est payé : les 40 000 € HT du marché comprennent 1 500 € à ce titre.\n',
      '**Qui a les droits ensuite ?** Nous : vous nous cédez la reproduction et l’exposition des cartes.\n\n**Pour rien ?** Non. Sur les 40 000 € HT du forfait, 1 500 sont versés pour cela.\n',
      '## Titre A\n\nLe forfait rémunère aussi tout ce qui est transmis au titre B.\n\n## Titre B\n\nLe titulaire cède à la ville les droits de reproduire et d’exposer les cartes.\n',
      '## 8. Scénarios\n\nLe titulaire cède à la ville le droit de reproduire les scénarios, pour informer le public, en France et pour dix ans.\n\n## 9. Dessins\n\nLe titulaire cède à la ville le droit de reproduire les dessins, pour informer le public, en France et pour dix ans.\n\n## 10. Prix\n\nLe prix du marché comprend la cession des droits.',
      'Le titulaire cède à la ville, à titre non exclusif, les droits de reproduire et de représenter les dessins, en ligne et sur papier, pour informer le public, en France et pour dix ans. La contrepartie est le prix de la ligne 14.',
      'L’opérateur cède à la région les droits de reproduction du modèle. La cession est payée par la part de la région.',
      'La ville a le droit de diffuser le film sur son site.',
      'Le titulaire est subrogé dans les droits de l’acheteur.',
      'Le titulaire cède à la ville les droits de reproduction des plans. Le candidat en indique le prix à la ligne 9 du bordereau.',
      'Le titulaire cède à la ville les droits de reproduction des plans, moyennant 3 000 € HT.',
      'Le titulaire cède à la ville les droits de reproduction du film.\n\n| N° | Désignation | Prix HT |\n|---|---|---|\n| 1 | Film | ……… |\n| 2 | Cession des droits d’auteur | ……… |',
      'Le titulaire cède à la ville les droits de reproduction des décors. Il perçoit 3 % de la recette de chaque séance.',
      'Le prestataire cède à l’acheteur les droits de reproduire et de représenter ces supports, pour la formation de ses agents, en France, pendant dix ans. Le prix du stage la comprend.',
      "## 9. Droits\n\nLe titulaire cède à l'acheteur, pour un prix compris dans le forfait, les droits de reproduction des études et lui concède une licence sur ses connaissances antérieures.",
      'Le titulaire cède à la MSA ses droits de reproduction, le prix du marché en comprenant la rémunération.',
      'Le titulaire cède à la Chambre ses droits de reproduction sur le logotype. Le prix en est de 5 000 € HT.',
      "Le titulaire cède à l'acheteur tous ses droits sur les résultats ; le prix de cette cession est compris dans le prix du marché.",
      'La cession des droits est consentie à la Ville moyennant le versement de 2 000 € HT.',
      "Les participants cèdent gratuitement à la Carsat leurs droits d'exploitation sur les projets présentés.",
      {
        text: "Le titulaire cède à l'acheteur ses droits patrimoniaux.",
        files: {
          'ae.md': '# Acte d’engagement\n\nLe prix comprend la cession des droits de propriété intellectuelle.',
        },
      },
      "## Cession\n\nLe titulaire cède ses droits à l'acheteur.\n\nLa rémunération afférente à cette cession est entièrement incluse dans le prix global du marché.",
      "Le titulaire cède à l'acheteur ses droits patrimoniaux, sans autre prix que celui du marché.",
      "En contrepartie de la cession de ses droits à l'éditeur public, l'auteur reçoit une participation proportionnelle de 8 % des recettes.",
      '## Prix\n\nLes prix unitaires sont réputés comprendre toutes les sujétions, y compris la cession des droits.\n\n## Droits\n\nLe titulaire cède à la région ses droits sur les films.',
    ],
    limits: [],
  },
  *check(piece) {
    const open = assignments(piece).filter((c) => !c.bounds.has('prix'));
    if (open.length === 0 || priceElsewhere(piece)) return;
    for (const clause of open) {
      const at = clause.sentence.span;
      yield {
        at,
        message: 'prix',
        doubt: clause.doubt,
        fixes: WORDINGS.map(([id, title]) => completeCession(piece, at, 'prix', markedBody(id), title)),
      };
    }
  },
});
