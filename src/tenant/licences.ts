/**
 * What a product entitles its tenant to, as far as password reset is concerned: by edition as in
 * MicrosoftDocs/entra-docs: docs/identity/authentication/concept-sspr-licensing.md; which product has which edition in
 * it is inferred.
 */
interface Product {
  readonly name: string;
  /** Resetting a forgotten password of a cloud-only user. */
  readonly selfServiceReset: boolean;
  /** Writing a synchronised user's password back on-premises. */
  readonly writeback: boolean;
}

const PREMIUM = { selfServiceReset: true, writeback: true } as const;
const NONE = { selfServiceReset: false, writeback: false } as const;

/** Keyed by the part number that `Get-MgSubscribedSku` shows. */
export const PRODUCTS = {
  AAD_PREMIUM: { name: 'Microsoft Entra ID P1', ...PREMIUM },
  AAD_PREMIUM_P2: { name: 'Microsoft Entra ID P2', ...PREMIUM },
  EMS: { name: 'Enterprise Mobility + Security E3', ...PREMIUM },
  EMSPREMIUM: { name: 'Enterprise Mobility + Security E5', ...PREMIUM },
  SPE_E3: { name: 'Microsoft 365 E3', ...PREMIUM },
  SPE_E5: { name: 'Microsoft 365 E5', ...PREMIUM },
  SPE_F1: { name: 'Microsoft 365 F3', ...PREMIUM },
  SPB: { name: 'Microsoft 365 Business Premium', ...PREMIUM },
  O365_BUSINESS_PREMIUM: {
    name: 'Microsoft 365 Business Standard',
    selfServiceReset: true,
    writeback: false,
  },
  O365_BUSINESS_ESSENTIALS: { name: 'Microsoft 365 Business Basic', ...NONE },
  STANDARDPACK: { name: 'Office 365 E1', ...NONE },
  ENTERPRISEPACK: { name: 'Office 365 E3', ...NONE },
  ENTERPRISEPREMIUM: { name: 'Office 365 E5', ...NONE },
} as const satisfies Record<string, Product>;

export type SkuPartNumber = keyof typeof PRODUCTS;

export const SKU_PART_NUMBERS = Object.keys(PRODUCTS) as [SkuPartNumber, ...SkuPartNumber[]];

/** Whether any of the licences entitles a user to reset a forgotten password. */
export function entitlesToReset(
  licences: readonly SkuPartNumber[],
  user: { readonly synchronised: boolean },
): boolean {
  return licences.some((sku) => {
    const product: Product = PRODUCTS[sku];
    return user.synchronised ? product.writeback : product.selfServiceReset;
  });
}
