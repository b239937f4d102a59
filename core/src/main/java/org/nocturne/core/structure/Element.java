package org.nocturne.core.structure;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The chemical elements: atomic number, symbol, and standard atomic mass in amu (IUPAC 2016, conventional values). */
public enum Element {
    H(1, "H", 1.008),
    HE(2, "He", 4.002602),
    LI(3, "Li", 6.94),
    BE(4, "Be", 9.012183),
    B(5, "B", 10.81),
    C(6, "C", 12.011),
    N(7, "N", 14.007),
    O(8, "O", 15.999),
    F(9, "F", 18.998403),
    NE(10, "Ne", 20.1797),
    NA(11, "Na", 22.989769),
    MG(12, "Mg", 24.305),
    AL(13, "Al", 26.981538),
    SI(14, "Si", 28.085),
    P(15, "P", 30.973762),
    S(16, "S", 32.06),
    CL(17, "Cl", 35.45),
    AR(18, "Ar", 39.948),
    K(19, "K", 39.0983),
    CA(20, "Ca", 40.078),
    SC(21, "Sc", 44.955908),
    TI(22, "Ti", 47.867),
    V(23, "V", 50.9415),
    CR(24, "Cr", 51.9961),
    MN(25, "Mn", 54.938044),
    FE(26, "Fe", 55.845),
    CO(27, "Co", 58.933194),
    NI(28, "Ni", 58.6934),
    CU(29, "Cu", 63.546),
    ZN(30, "Zn", 65.38),
    GA(31, "Ga", 69.723),
    GE(32, "Ge", 72.63),
    AS(33, "As", 74.921595),
    SE(34, "Se", 78.971),
    BR(35, "Br", 79.904),
    KR(36, "Kr", 83.798),
    RB(37, "Rb", 85.4678),
    SR(38, "Sr", 87.62),
    Y(39, "Y", 88.90584),
    ZR(40, "Zr", 91.224),
    NB(41, "Nb", 92.90637),
    MO(42, "Mo", 95.95),
    TC(43, "Tc", 97.90721),
    RU(44, "Ru", 101.07),
    RH(45, "Rh", 102.9055),
    PD(46, "Pd", 106.42),
    AG(47, "Ag", 107.8682),
    CD(48, "Cd", 112.414),
    IN(49, "In", 114.818),
    SN(50, "Sn", 118.71),
    SB(51, "Sb", 121.76),
    TE(52, "Te", 127.6),
    I(53, "I", 126.90447),
    XE(54, "Xe", 131.293),
    CS(55, "Cs", 132.905452),
    BA(56, "Ba", 137.327),
    LA(57, "La", 138.90547),
    CE(58, "Ce", 140.116),
    PR(59, "Pr", 140.90766),
    ND(60, "Nd", 144.242),
    PM(61, "Pm", 144.91276),
    SM(62, "Sm", 150.36),
    EU(63, "Eu", 151.964),
    GD(64, "Gd", 157.25),
    TB(65, "Tb", 158.92535),
    DY(66, "Dy", 162.5),
    HO(67, "Ho", 164.93033),
    ER(68, "Er", 167.259),
    TM(69, "Tm", 168.93422),
    YB(70, "Yb", 173.054),
    LU(71, "Lu", 174.9668),
    HF(72, "Hf", 178.49),
    TA(73, "Ta", 180.94788),
    W(74, "W", 183.84),
    RE(75, "Re", 186.207),
    OS(76, "Os", 190.23),
    IR(77, "Ir", 192.217),
    PT(78, "Pt", 195.084),
    AU(79, "Au", 196.966569),
    HG(80, "Hg", 200.592),
    TL(81, "Tl", 204.38),
    PB(82, "Pb", 207.2),
    BI(83, "Bi", 208.9804),
    PO(84, "Po", 208.98243),
    AT(85, "At", 209.98715),
    RN(86, "Rn", 222.01758),
    FR(87, "Fr", 223.01974),
    RA(88, "Ra", 226.02541),
    AC(89, "Ac", 227.02775),
    TH(90, "Th", 232.0377),
    PA(91, "Pa", 231.03588),
    U(92, "U", 238.02891),
    NP(93, "Np", 237.04817),
    PU(94, "Pu", 244.06421),
    AM(95, "Am", 243.06138),
    CM(96, "Cm", 247.07035),
    BK(97, "Bk", 247.07031),
    CF(98, "Cf", 251.07959),
    ES(99, "Es", 252.083),
    FM(100, "Fm", 257.09511),
    MD(101, "Md", 258.09843),
    NO(102, "No", 259.101),
    LR(103, "Lr", 262.11),
    RF(104, "Rf", 267.122),
    DB(105, "Db", 268.126),
    SG(106, "Sg", 271.134),
    BH(107, "Bh", 270.133),
    HS(108, "Hs", 269.1338),
    MT(109, "Mt", 278.156),
    DS(110, "Ds", 281.165),
    RG(111, "Rg", 281.166),
    CN(112, "Cn", 285.177),
    NH(113, "Nh", 286.182),
    FL(114, "Fl", 289.19),
    MC(115, "Mc", 289.194),
    LV(116, "Lv", 293.204),
    TS(117, "Ts", 293.208),
    OG(118, "Og", 294.214);

    private static final Map<String, Element> BY_SYMBOL =
            Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(Element::symbol, Function.identity()));

    private final int atomicNumber;
    private final String symbol;
    private final double massAmu;

    Element(int atomicNumber, String symbol, double massAmu) {
        this.atomicNumber = atomicNumber;
        this.symbol = symbol;
        this.massAmu = massAmu;
    }

    /** Symbol as printed in a periodic table: "Si", never "SI" or "si". */
    public static Optional<Element> ofSymbol(String symbol) {
        return Optional.ofNullable(BY_SYMBOL.get(symbol));
    }

    /** The element of this atomic number.
     *
     * @throws IllegalArgumentException outside 1 to 118
     */
    public static Element ofAtomicNumber(int z) {
        if (z < 1 || z > values().length) {
            throw new IllegalArgumentException(
                    "atomic number is " + z + "; it must lie between 1 and " + values().length);
        }
        return values()[z - 1];
    }

    /** The element whose standard mass is nearest, if one lies within 0.05 amu: force-field files often give only masses. */
    public static Optional<Element> ofMass(double massAmu) {
        Element nearest = H;
        for (Element element : values()) {
            if (Math.abs(element.massAmu - massAmu) < Math.abs(nearest.massAmu - massAmu)) {
                nearest = element;
            }
        }
        return Math.abs(nearest.massAmu - massAmu) <= 0.05 ? Optional.of(nearest) : Optional.empty();
    }

    public int atomicNumber() {
        return atomicNumber;
    }

    public String symbol() {
        return symbol;
    }

    public double massAmu() {
        return massAmu;
    }
}
