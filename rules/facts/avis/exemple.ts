/** What a lot of a notice of an example says, as XML; all of it may be left out. */
export interface LotExemple {
  readonly numero?: string;
  readonly titre?: string;
  /** `2027-03-05T12:00:00+01:00`. */
  readonly limite?: string;
  /** Of requests to participate. */
  readonly demandes?: string;
  readonly variantes?: 'allowed' | 'not-allowed';
  readonly mois?: number;
  /** `2027-04-01`. */
  readonly debut?: string;
  readonly fin?: string;
  readonly reconductions?: number;
  readonly maximum?: number;
  readonly validite?: { readonly mois?: number; readonly jours?: number };
  readonly criteres?: readonly (readonly [kind: 'price' | 'quality', name: string, weight: number])[];
  readonly langues?: readonly string[];
}

export interface AvisExemple {
  readonly procedure?: string;
  readonly acceleree?: boolean;
  /** For how many lots one tenderer may submit, and how many he may be awarded. */
  readonly lotsSoumis?: number;
  readonly lotsAttribues?: number;
  readonly lots: readonly LotExemple[];
  readonly emis?: string;
  readonly id?: string;
  readonly modifie?: string;
}

const shell = (name: string, inner: string): string =>
  `<ext:UBLExtensions><ext:UBLExtension><ext:ExtensionContent><efext:EformsExtension>${name}${inner}</efext:EformsExtension></ext:ExtensionContent></ext:UBLExtension></ext:UBLExtensions>`;

const element = (name: string, value: string | number | undefined, attributes = ''): string =>
  value === undefined ? '' : `<${name}${attributes}>${value}</${name}>`;

function period(name: string, moment = ''): string {
  const [, day, hour, zone] = /^([\d-]+)T([\d:]+)(.+)$/.exec(moment) ?? [];
  return day
    ? `<cac:${name}><cbc:EndDate>${day}${zone}</cbc:EndDate><cbc:EndTime>${hour}${zone}</cbc:EndTime></cac:${name}>`
    : '';
}

function lotXml(lot: LotExemple, index: number): string {
  const {
    numero = String(index + 1),
    titre,
    limite,
    demandes,
    variantes,
    mois,
    debut,
    fin,
    reconductions,
    maximum,
    validite,
    criteres = [],
    langues = [],
  } = lot;
  const [unit, length] = validite?.mois ? ['MONTH', validite.mois] : ['DAY', validite?.jours];
  const criteria = criteres
    .map(([kind, name, weight]) => {
      const parameter = `<efac:AwardCriterionParameter><efbc:ParameterCode>per-exa</efbc:ParameterCode><efbc:ParameterNumeric>${weight}</efbc:ParameterNumeric></efac:AwardCriterionParameter>`;
      return `<cac:SubordinateAwardingCriterion>${shell('', parameter)}<cbc:AwardingCriterionTypeCode>${kind}</cbc:AwardingCriterionTypeCode><cbc:Name>${name}</cbc:Name></cac:SubordinateAwardingCriterion>`;
    })
    .join('');
  const ceiling =
    maximum === undefined
      ? ''
      : shell('', `<efbc:FrameworkMaximumAmount currencyID="EUR">${maximum}</efbc:FrameworkMaximumAmount>`);
  const planned = [
    element('cbc:StartDate', debut),
    element('cbc:EndDate', fin),
    element('cbc:DurationMeasure', mois, ' unitCode="MONTH"'),
  ].join('');
  return [
    '<cac:ProcurementProjectLot>',
    `<cbc:ID schemeName="Lot">LOT-000${numero}</cbc:ID>`,
    '<cac:TenderingTerms>',
    element('cbc:VariantConstraintCode', variantes),
    criteria && `<cac:AwardingTerms><cac:AwardingCriterion>${criteria}</cac:AwardingCriterion></cac:AwardingTerms>`,
    length === undefined
      ? ''
      : `<cac:TenderValidityPeriod>${element('cbc:DurationMeasure', length, ` unitCode="${unit}"`)}</cac:TenderValidityPeriod>`,
    ...langues.map((code) => `<cac:Language><cbc:ID>${code}</cbc:ID></cac:Language>`),
    '</cac:TenderingTerms>',
    `<cac:TenderingProcess>${period('TenderSubmissionDeadlinePeriod', limite)}${period('ParticipationRequestReceptionPeriod', demandes)}</cac:TenderingProcess>`,
    '<cac:ProcurementProject>',
    element('cbc:Name', titre),
    ceiling && `<cac:RequestedTenderTotal>${ceiling}</cac:RequestedTenderTotal>`,
    planned && `<cac:PlannedPeriod>${planned}</cac:PlannedPeriod>`,
    reconductions === undefined
      ? ''
      : `<cac:ContractExtension>${element('cbc:MaximumNumberNumeric', reconductions)}</cac:ContractExtension>`,
    '</cac:ProcurementProject>',
    '</cac:ProcurementProjectLot>',
  ]
    .filter(Boolean)
    .join('\n');
}

const SPACES = [
  ['', 'schema:xsd:ContractNotice-2'],
  [':cac', 'schema:xsd:CommonAggregateComponents-2'],
  [':cbc', 'schema:xsd:CommonBasicComponents-2'],
  [':ext', 'schema:xsd:CommonExtensionComponents-2'],
  [':efac', 'efac'],
  [':efbc', 'efbc'],
  [':efext', 'efext'],
].map(([prefix, name]) => `xmlns${prefix}="urn:${name}"`);

/** A notice in eForms for the examples of rules: as short as the format allows. */
export function avisExemple(avis: AvisExemple): string {
  const { procedure, acceleree, lotsSoumis, lotsAttribues, lots, emis = '2027-01-15', id = 'avis-1', modifie } = avis;
  const shared =
    element('cbc:MaximumLotsAwardedNumeric', lotsAttribues) + element('cbc:MaximumLotsSubmittedNumeric', lotsSoumis);
  const accelerated =
    acceleree === undefined
      ? ''
      : `<cac:ProcessJustification>${element('cbc:ProcessReasonCode', String(acceleree), ' listName="accelerated-procedure"')}</cac:ProcessJustification>`;
  const process = element('cbc:ProcedureCode', procedure) + accelerated;
  return [
    `<ContractNotice ${SPACES.join(' ')}>`,
    modifie
      ? shell(
          '',
          `<efac:Changes><efbc:ChangedNoticeIdentifier>${modifie}</efbc:ChangedNoticeIdentifier></efac:Changes>`,
        )
      : '',
    `<cbc:ID>${id}</cbc:ID>`,
    '<cbc:ContractFolderID>procedure-1</cbc:ContractFolderID>',
    `<cbc:IssueDate>${emis}+01:00</cbc:IssueDate>`,
    shared && `<cac:TenderingTerms><cac:LotDistribution>${shared}</cac:LotDistribution></cac:TenderingTerms>`,
    process && `<cac:TenderingProcess>${process}</cac:TenderingProcess>`,
    ...lots.map(lotXml),
    '</ContractNotice>',
  ]
    .filter(Boolean)
    .join('\n');
}
