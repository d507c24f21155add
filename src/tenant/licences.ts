/** A part of a product that is switched on by itself, as `servicePlans` of a subscription lists it. */
export type ServicePlan = 'AAD_PREMIUM' | 'AAD_PREMIUM_P2';

/** MicrosoftDocs/entra-docs: docs/identity/users/licensing-service-plan-reference.md. */
export const SERVICE_PLAN_IDS: Readonly<Record<ServicePlan, string>> = {
  AAD_PREMIUM: '41781fb2-bc02-4b7c-bd55-b576c07bb09d',
  AAD_PREMIUM_P2: 'eec0eb4f-6444-4f95-aba0-50c24d67f998',
};

/** What a tenant can subscribe to, as far as password reset is concerned. */
interface Product {
  readonly name: string;
  readonly skuId: string;
  readonly servicePlans: readonly ServicePlan[];
  /** Entitles cloud-only users to reset a forgotten password without either plan. */
  readonly cloudReset?: true;
}

/**
 * Keyed by the part number that `Get-MgSubscribedSku` shows. Part numbers and GUIDs: MicrosoftDocs/entra-docs:
 * docs/identity/users/licensing-service-plan-reference.md; which plans a suite contains is inferred from what it is
 * sold for. Business Basic and the Office 365 plans entitle to nothing here: docs/identity/authentication/
 * concept-sspr-licensing.md begins at Business Standard, though an older pricing page lists them.
 */
export const PRODUCTS = {
  AAD_PREMIUM: {
    name: 'Microsoft Entra ID P1',
    skuId: '078d2b04-f1bd-4111-bbd4-b4b1b354cef4',
    servicePlans: ['AAD_PREMIUM'],
  },
  AAD_PREMIUM_P2: {
    name: 'Microsoft Entra ID P2',
    skuId: '84a661c4-e949-4bd2-a560-ed7766fcaf2b',
    servicePlans: ['AAD_PREMIUM_P2'],
  },
  EMS: {
    name: 'Enterprise Mobility + Security E3',
    skuId: 'efccb6f7-5641-4e0e-bd10-b4976e1bf68e',
    servicePlans: ['AAD_PREMIUM'],
  },
  EMSPREMIUM: {
    name: 'Enterprise Mobility + Security E5',
    skuId: 'b05e124f-c7cc-45a0-a6aa-8cf78c946968',
    servicePlans: ['AAD_PREMIUM', 'AAD_PREMIUM_P2'],
  },
  SPE_E3: {
    name: 'Microsoft 365 E3',
    skuId: '05e9a617-0261-4cee-bb44-138d3ef5d965',
    servicePlans: ['AAD_PREMIUM'],
  },
  SPE_E5: {
    name: 'Microsoft 365 E5',
    skuId: '06ebc4ee-1bb5-47dd-8120-11324bc54e06',
    servicePlans: ['AAD_PREMIUM', 'AAD_PREMIUM_P2'],
  },
  SPE_F1: {
    name: 'Microsoft 365 F3',
    skuId: '66b55226-6b4f-492c-910c-a3b7a3c9d993',
    servicePlans: ['AAD_PREMIUM'],
  },
  SPB: {
    name: 'Microsoft 365 Business Premium',
    skuId: 'cbdc14ab-d96c-4c30-b9f4-6ada7cdc1d46',
    servicePlans: ['AAD_PREMIUM'],
  },
  O365_BUSINESS_PREMIUM: {
    name: 'Microsoft 365 Business Standard',
    skuId: 'f245ecc8-75af-4f8e-b61f-27d8114de5f3',
    servicePlans: [],
    cloudReset: true,
  },
  O365_BUSINESS_ESSENTIALS: {
    name: 'Microsoft 365 Business Basic',
    skuId: '3b555118-da6a-4418-894f-7df1e2096870',
    servicePlans: [],
  },
  STANDARDPACK: {
    name: 'Office 365 E1',
    skuId: '18181a46-0d4e-45cd-891e-60aabd171b4e',
    servicePlans: [],
  },
  ENTERPRISEPACK: {
    name: 'Office 365 E3',
    skuId: '6fd2c87f-b296-42f0-b197-1e91e994b900',
    servicePlans: [],
  },
  ENTERPRISEPREMIUM: {
    name: 'Office 365 E5',
    skuId: 'c7df2760-2c81-4ef7-b578-5b5392b571df',
    servicePlans: [],
  },
} as const satisfies Record<string, Product>;

export type SkuPartNumber = keyof typeof PRODUCTS;

export const SKU_PART_NUMBERS = Object.keys(PRODUCTS) as [SkuPartNumber, ...SkuPartNumber[]];

/** What a licence can entitle to. A cloud-only user's change of a known password needs none. */
export type Entitlement =
  | 'reset a forgotten password in the cloud'
  /** A synchronised user's change, reset or unlock. */
  | 'write a password back'
  | 'change a known password in the cloud'
  | 'a custom list of banned passwords'
  | 'own figures of smart lockout';

/**
 * Whether any of the licences entitles to something
 * (MicrosoftDocs/entra-docs: docs/identity/authentication/concept-sspr-licensing.md).
 */
export function entitles(licences: readonly SkuPartNumber[], to: Entitlement): boolean {
  if (to === 'change a known password in the cloud') return true;
  return licences.some((sku) => {
    const product: Product = PRODUCTS[sku];
    return (
      product.servicePlans.length > 0 ||
      (to === 'reset a forgotten password in the cloud' && product.cloudReset === true)
    );
  });
}
