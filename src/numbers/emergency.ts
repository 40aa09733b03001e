/** Beside 112 and 911, which a mobile network anywhere understands. */
const byCountry: Readonly<Record<string, string>> = {
  AE: "997 998 999",
  AR: "100 101 107",
  AT: "122 133 144",
  AU: "000 106",
  BE: "100 101",
  BR: "190 192 193",
  CA: "988",
  CH: "117 118 144",
  CL: "131 132 133",
  CN: "110 119 120 122",
  CO: "123",
  CZ: "150 155 158",
  DE: "110",
  DK: "114",
  EG: "122 123 180",
  ES: "061 080 091",
  FR: "15 17 18 114 115 119 196",
  GB: "999",
  GR: "100 166 199",
  HK: "999",
  HU: "104 105 107",
  ID: "110 113 118 119",
  IE: "999",
  IL: "100 101 102",
  IN: "100 101 102 108",
  IT: "113 115 118",
  JP: "110 118 119",
  KR: "119",
  MY: "999",
  NG: "199",
  NO: "110 113",
  NZ: "111",
  PK: "15 16 1122",
  PL: "997 998 999",
  RU: "101 102 103",
  SA: "997 998 999",
  SG: "995 999",
  TH: "191 199 1669",
  TR: "110 155 156",
  TW: "110 119",
  UA: "101 102 103",
  US: "933 988",
  VN: "113 114 115",
  ZA: "10111 10177",
};

const everywhere = ["112", "911"];
const anywhere = new Set([...everywhere, ...Object.values(byCountry).join(" ").split(" ")]);

/** Whether somewhere in the world these digits call for help: then nothing is ever put before them. */
export function isEmergencyAnywhere(digits: string): boolean {
  return anywhere.has(digits);
}

/**
 * Whether these digits call for help in a country. Where the country is not known, only what cannot well be a
 * colleague's number counts.
 */
export function isEmergencyIn(digits: string, country: string): boolean {
  const own = country === "" ? "000 999" : (byCountry[country] ?? "");
  return everywhere.includes(digits) || own.split(" ").includes(digits);
}
