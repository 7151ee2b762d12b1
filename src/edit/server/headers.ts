import { NONCE, secureHeaders } from 'hono/secure-headers';

const others = {
  // There is no certificate for 127.0.0.1.
  strictTransportSecurity: false,
  crossOriginResourcePolicy: 'same-origin',
  xFrameOptions: 'SAMEORIGIN',
} as const;

/** The page runs one script, and reaches nothing but its own server. */
export const pageHeaders = secureHeaders({
  ...others,
  contentSecurityPolicy: {
    defaultSrc: ["'none'"],
    scriptSrc: ["'self'"],
    styleSrc: ["'self'", NONCE],
    connectSrc: ["'self'"],
    // The marks in the gutter are images in its style sheet.
    imgSrc: ["'self'", 'data:'],
    frameSrc: ["'self'"],
    baseUri: ["'none'"],
    formAction: ["'none'"],
    frameAncestors: ["'none'"],
  },
});

/** The preview runs nothing, and shows no image but those beside the report. */
export const previewHeaders = secureHeaders({
  ...others,
  contentSecurityPolicy: {
    defaultSrc: ["'none'"],
    styleSrc: ["'self'"],
    imgSrc: ["'self'"],
    baseUri: ["'none'"],
    formAction: ["'none'"],
    frameAncestors: ["'self'"],
    sandbox: ['allow-same-origin'],
  },
});

/** For data, which nothing in it can make a page of. */
export const dataHeaders = secureHeaders({
  ...others,
  contentSecurityPolicy: { defaultSrc: ["'none'"], frameAncestors: ["'none'"], sandbox: [] },
});
