/** The desk's style sheet: without it no test could judge contrast or what is hidden. */
export declare const deskStyles: CSSStyleSheet;
