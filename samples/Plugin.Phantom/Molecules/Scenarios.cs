using SingleParticle.Geometry;

namespace Plugin.Phantom.Molecules;

/// <summary>The molecules that can be simulated; lengths in radii of the molecule.</summary>
internal static class Scenarios
{
    private static readonly DoubleVector3 Z = new(0, 0, 1);

    /// <summary>The molecule of a scenario.</summary>
    /// <param name="scenario">Scenario.</param>
    /// <param name="rotationDegrees">By how much moving parts turn, degrees.</param>
    public static MoleculeDesign Design(Scenario scenario, double rotationDegrees) => scenario switch
    {
        Scenario.Compositional => Compositional(),
        Scenario.Conformational => Conformational(rotationDegrees),
        Scenario.Mixed => Mixed(rotationDegrees),
        Scenario.Micelle => Micelle(),
        Scenario.RibosomeFactor => RibosomeFactor(rotationDegrees),
        Scenario.Homogeneous => Homogeneous(),
        _ => throw new ArgumentOutOfRangeException(nameof(scenario), scenario, null),
    };

    private static MoleculeDesign Compositional() => new(
        CoreAndSubunits(BodyRole.Varying),
        [
            State("both subunits", 0, 0.4, At(0), At(1), At(2)),
            State("without subunit A", 1, 0.25, At(0), At(2)),
            State("without subunit B", 2, 0.2, At(0), At(1)),
            State("core alone", 3, 0.15, At(0)),
        ]);

    private static MoleculeDesign Homogeneous() =>
        new(CoreAndSubunits(BodyRole.Constant), [State("complete", 0, 1, At(0), At(1), At(2))]);

    private static IReadOnlyList<BodyDesign> CoreAndSubunits(BodyRole role)
    {
        var core = Ball(0, -0.15, 0, 0.66, 0.52, 0.5);
        return
        [
            new("core", BodyRole.Constant, core),
            new("subunit A", role, Ball(0.35, 0.48, 0.14, 0.4, 0.31, 0.32)) { Without = [core] },
            new("subunit B", role, Ball(-0.5, 0.42, -0.25, 0.34, 0.3, 0.3)) { Without = [core] },
        ];
    }

    private static MoleculeDesign Conformational(double rotationDegrees)
    {
        var core = Ball(-0.25, 0, 0, 0.55, 0.6, 0.5);
        return new(
            [
                new("core", BodyRole.Constant, core),
                new("arm", BodyRole.Varying, Ball(0.55, 0.05, 0.05, 0.42, 0.2, 0.22)) { Without = [core] },
            ],
            [
                State("arm at rest", 0, 0.4, At(0), Arm(0)),
                State("arm turned once", 1, 0.3, At(0), Arm(1)),
                State("arm turned twice", 2, 0.2, At(0), Arm(2)),
                State("arm turned three times", 3, 0.1, At(0), Arm(3)),
            ]);

        Placement Arm(int times) => Placement.Turned(1, Z, times * rotationDegrees, new(0.2, 0.05, 0));
    }

    private static MoleculeDesign Mixed(double rotationDegrees)
    {
        var core = Ball(-0.1, -0.1, 0, 0.52, 0.5, 0.5);
        var turned = Placement.Turned(3, Z, -rotationDegrees, new(0.35, -0.1, 0));
        return new(
            [
                new("core", BodyRole.Constant, core),
                new("subunit A", BodyRole.Varying, Ball(0.2, 0.52, 0.2, 0.34, 0.3, 0.32)) { Without = [core] },
                new("subunit B", BodyRole.Varying, Ball(-0.52, 0.38, -0.22, 0.3, 0.28, 0.28)) { Without = [core] },
                new("arm", BodyRole.Varying, Ball(0.66, -0.1, -0.05, 0.33, 0.19, 0.19)) { Without = [core] },
            ],
            [
                State("complete", 0, 0.35, At(0), At(1), At(2), At(3)),
                State("without subunit A", 1, 0.25, At(0), At(2), At(3)),
                State("without subunit B", 2, 0.18, At(0), At(1), At(3)),
                State("arm turned", 3, 0.14, At(0), At(1), At(2), turned),
                State("without subunit A, arm turned", 4, 0.08, At(0), At(2), turned),
            ]);
    }

    private static MoleculeDesign Micelle()
    {
        var bundle = Ball(0, 0, 0, 0.27, 0.25, 0.55);
        var head = Ball(0.05, -0.04, 0.66, 0.3, 0.28, 0.3);
        var domain = Ball(0.1, 0.12, -0.72, 0.22, 0.2, 0.2);
        return new(
            [
                new("membrane bundle", BodyRole.Constant, bundle),
                new("head", BodyRole.Constant, head) { Without = [bundle] },
                new("domain", BodyRole.Varying, domain) { Without = [bundle] },
                Detergent("small micelle", Ball(0, 0, 0, 0.62, 0.62, 0.3)),
                Detergent("large micelle", Ball(0, 0, 0, 0.74, 0.74, 0.34)),
            ],
            [
                State("domain, small micelle", 0, 0.3, At(0), At(1), At(2), At(3)),
                State("domain, large micelle", 0, 0.3, At(0), At(1), At(2), At(4)),
                State("no domain, small micelle", 1, 0.2, At(0), At(1), At(3)),
                State("no domain, large micelle", 1, 0.2, At(0), At(1), At(4)),
            ]);

        BodyDesign Detergent(string name, Ellipsoid shape) =>
            new(name, BodyRole.Nuisance, shape, BodyKind.Micelle) { Without = [bundle, head, domain] };
    }

    private static MoleculeDesign RibosomeFactor(double rotationDegrees)
    {
        var (large, small) = (Ball(0, -0.25, 0, 0.78, 0.55, 0.62), Ball(0, 0.52, 0.05, 0.6, 0.3, 0.42));
        return new(
            [
                new("large subunit", BodyRole.Constant, large),
                new("small subunit", BodyRole.Constant, small) { Without = [large] },
                new("factor", BodyRole.Varying, Ball(0.67, 0.29, 0.29, 0.26, 0.15, 0.16)) { Without = [large, small] },
            ],
            [
                State("factor in place", 0, 0.5, At(0), At(1), At(2)),
                State("factor turned", 1, 0.3, At(0), At(1), Placement.Turned(2, Z, rotationDegrees, new(0.5, 0.28, 0.3))),
                State("no factor", 2, 0.2, At(0), At(1)),
            ]);
    }

    private static Ellipsoid Ball(double x, double y, double z, double semiX, double semiY, double semiZ) =>
        new(new(x, y, z), new(semiX, semiY, semiZ));

    private static Placement At(int body) => Placement.AsDesigned(body);

    private static StateDesign State(string name, int label, double population, params Placement[] bodies) =>
        new(name, label, population, bodies);
}
