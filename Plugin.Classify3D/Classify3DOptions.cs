using Host.Abstractions.Parameters;
using Plugin.Classify3D.Regularization;
using SingleParticle.Nodes.Inputs;

namespace Plugin.Classify3D;

/// <summary>Parameters of 3D classification without alignment.</summary>
public sealed record Classify3DOptions
{
    /// <summary>Whether maps are confined to where they differ: only differences from the consensus can be.</summary>
    internal bool RegularisesLocally => LocalFilter && PullsToConsensus;

    /// <summary>Whether the prior of class maps is the consensus: its strength comes from each class's own FSC.</summary>
    internal bool PullsToConsensus => FscFilter && RegulariseTowards == RegulariseTowards.Consensus;

    /// <summary>Number of classes K.</summary>
    [Parameter(
        "Number of classes. More than the states you expect is safe; look-alike classes can be merged.",
        Minimum = 2, Maximum = 1000, Section = "Classification", Aliases = ["class3D_N_K", "K"])]
    public required int Classes { get; init; }

    /// <summary>Resolution that sets the working box and so the highest frequency used.</summary>
    [Parameter(
        "Finest resolution used. The working box is the smallest fast one whose Nyquist frequency reaches it; time and memory "
            + "grow with it.",
        Unit = "Å", Minimum = 1, Maximum = 100, Section = "Classification", Aliases = ["class3D_target_res"])]
    public double TargetResolutionAngstrom { get; init; } = 6;

    /// <summary>Coarsest resolution used.</summary>
    [Parameter(
        "Shells coarser than this are ignored in the likelihood; for particles whose large-scale density misleads, a micelle for "
            + "instance.",
        Unit = "Å", Minimum = 2, Maximum = 10000, NullWord = "none", Section = "Classification", Advanced = true,
        Aliases = ["class3D_filter_hp_res"])]
    public double? HighpassResolutionAngstrom { get; init; }

    /// <summary>Where the per-particle scale comes from.</summary>
    [Parameter(
        "Per-particle scale: optimal = computed once against the consensus before classification; input = as given with the "
            + "particles; none = 1.",
        Section = "Classification")]
    public PerParticleScale PerParticleScale { get; init; } = PerParticleScale.Optimal;

    /// <summary>Bright or dark particles.</summary>
    [Parameter(ContrastInputs.Help, Section = "Classification", Advanced = true)]
    public ParticleContrastChoice ParticleContrast { get; init; }

    /// <summary>Soft or hard assignment.</summary>
    [Parameter(
        "soft = each particle counts towards every class by its posterior; hard = towards its most likely class only, at every "
            + "iteration; hard_after_annealing = soft while class_similarity is above 0, hard from then on.",
        Section = "Classification")]
    public Assignment Assignment { get; init; } = Assignment.Soft;

    /// <summary>Uniform or learned prior over classes.</summary>
    [Parameter(
        "uniform = all classes equally likely beforehand; learned = by their sizes. Learned helps rare states with low signal "
            + "less than it lets large classes grow.",
        Section = "Classification", Advanced = true)]
    public ClassPrior ClassPrior { get; init; } = ClassPrior.Uniform;

    /// <summary>Where the maps to start from come from.</summary>
    [Parameter(
        "subspace = from a mixture of states fitted in the subspace in which particles differ most, which hardly depends on the seed; "
            + "simple = from disjoint random subsets; pca = from clusters among many small reconstructions; input = from the maps "
            + "connected "
            + "to initial_volumes; classes = from the classes or posteriors that the particles already carry.",
        Section = "Start", Aliases = ["class3D_init_mode"])]
    public InitMode InitMode { get; init; } = InitMode.Subspace;

    /// <summary>Dimension of the subspace.</summary>
    [Parameter(
        "Number of components of the subspace start; auto is classes + 2, between 4 and 20.",
        Minimum = 1, Maximum = 64, NullWord = "auto", Section = "Start", Advanced = true, When = "init_mode = subspace")]
    public int? SubspaceComponents { get; init; }

    /// <summary>Finest resolution of the subspace.</summary>
    [Parameter(
        "Finest resolution at which the subspace start compares particles.",
        Unit = "Å", Minimum = 2, Maximum = 200, Section = "Start", Advanced = true, When = "init_mode = subspace")]
    public double SubspaceResolutionAngstrom { get; init; } = 12;

    /// <summary>Most particles of the subspace start.</summary>
    [Parameter(
        "Most particles that the subspace start looks at, drawn at random; the memory it takes grows with them.",
        Minimum = 100, Maximum = 10000000, Section = "Start", Advanced = true, When = "init_mode = subspace")]
    public int SubspaceParticles { get; init; } = 50000;

    /// <summary>Particles of each starting reconstruction.</summary>
    [Parameter(
        "Particles in each starting reconstruction, drawn at random; fewer when there are too few. Good values are 1000 to 5000 for "
            + "simple, 100 to 500 for pca; auto is 1000 and 300.",
        Minimum = 10, Maximum = 1000000, NullWord = "auto", Section = "Start", When = "init_mode = simple or pca",
        Aliases = ["class3D_N_ik"])]
    public int? InitParticlesPerReconstruction { get; init; }

    /// <summary>Reconstructions of the PCA start.</summary>
    [Parameter(
        "Number of small reconstructions whose clusters become the starting maps; not fewer than classes.",
        Minimum = 2, Maximum = 2000, Section = "Start", When = "init_mode = pca", Aliases = ["class3D_PCA_num_reconstructions"])]
    public int InitReconstructions { get; init; } = 100;

    /// <summary>Components of the PCA start.</summary>
    [Parameter(
        "Number of principal components in which the small reconstructions are clustered.",
        Minimum = 1, Maximum = 50, Section = "Start", When = "init_mode = pca", Aliases = ["class3D_PCA_num_components"])]
    public int InitComponents { get; init; } = 2;

    /// <summary>Low-pass of the starting maps.</summary>
    [Parameter(
        "Low-pass filter of the starting maps; those of init_mode classes are filtered by their own FSC instead.",
        Unit = "Å", Minimum = 2, Maximum = 200, Section = "Start", Aliases = ["class3D_init_res"])]
    public double InitLowpassAngstrom { get; init; } = 20;

    /// <summary>Passes of online EM.</summary>
    [Parameter(
        "How often online EM looks at every particle before full-batch EM; 0 leaves it out. auto is 2 for init_mode simple and pca, whose "
            + "classes must come up from noise, and 0 for the others, which online EM would only blur again.",
        Minimum = 0, Maximum = 100, NullWord = "auto", Section = "Online EM", Aliases = ["class3D_num_oem_epochs"])]
    public int? OnlineEpochs { get; init; }

    /// <summary>Passes of online EM, auto resolved.</summary>
    internal int OnlineEpochCount => OnlineEpochs ?? (InitMode is InitMode.Simple or InitMode.Pca ? 2 : 0);

    /// <summary>Particles per class and online iteration.</summary>
    [Parameter(
        "Particles per class in the batch of one online iteration; a batch is never more than the whole data set.",
        Minimum = 10, Maximum = 1000000, Section = "Online EM", Aliases = ["class3D_batch_size_per_class"])]
    public int OnlineBatchPerClass { get; init; } = 1000;

    /// <summary>Share of a batch in the statistics at the start of online EM.</summary>
    [Parameter(
        "How much of the statistics a batch replaces at the start of online EM.",
        Minimum = 0.01, Maximum = 1, Section = "Online EM")]
    public double OnlineLearningRate { get; init; } = 0.4;

    /// <summary>Part of online EM in which the learning rate halves.</summary>
    [Parameter(
        "Part of the online iterations in which the learning rate halves; 0 keeps it constant.",
        Unit = "%", Minimum = 0, Maximum = 1000, Section = "Online EM")]
    public double OnlineHalfLifePercent { get; init; } = 50;

    /// <summary>Class similarity at the start.</summary>
    [Parameter(
        "Part of every particle that goes to all classes equally at the start of online EM, so that no class runs away early: 0 = "
            + "none, 1 = all classes stay equal.",
        Minimum = 0, Maximum = 1, Section = "Online EM", Aliases = ["class3D_class_anneal_beta"])]
    public double ClassSimilarity { get; init; } = 0.5;

    /// <summary>Online iteration from which there is no class similarity.</summary>
    [Parameter(
        "Online iteration at which class similarity has fallen to 0; in any case it has when online EM ends.",
        Minimum = 0, Maximum = 10000, Section = "Online EM", Aliases = ["class3D_class_anneal_end"])]
    public int ClassSimilarityEndIteration { get; init; } = 10;

    /// <summary>Whether the initial class similarity is tuned.</summary>
    [Parameter(
        "Raise the initial class similarity until the mean effective sample size over classes reaches target_ess_fraction.",
        Section = "Online EM", Advanced = true, Aliases = ["class3D_class_anneal_beta_tune"])]
    public bool AutoClassSimilarity { get; init; }

    /// <summary>Target of the tuning.</summary>
    [Parameter(
        "Mean effective sample size over classes, as a fraction of their number, that auto_class_similarity aims at.",
        Minimum = 0.01, Maximum = 1, Section = "Online EM", Advanced = true, When = "auto_class_similarity = true",
        Aliases = ["class3D_class_anneal_beta_tune_essf"])]
    public double TargetEssFraction { get; init; } = 0.75;

    /// <summary>Switching below which full-batch EM stops.</summary>
    [Parameter(
        "Full-batch EM stops when fewer particles than this change their most likely class in an iteration.",
        Unit = "%", Minimum = 0, Maximum = 100, Section = "Full-batch EM")]
    public double SwitchPercent { get; init; } = 2;

    /// <summary>Whether the second convergence test is made.</summary>
    [Parameter("Also stop when the class maps themselves no longer change.", Section = "Full-batch EM")]
    public bool DensityChangeCheck { get; init; } = true;

    /// <summary>Density change below which full-batch EM stops.</summary>
    [Parameter(
        "Root-mean-square change of class density relative to the consensus, averaged with class sizes over two iterations, below "
            + "which EM stops.",
        Minimum = 0, Maximum = 1, Section = "Full-batch EM", When = "density_change_check = true")]
    public double DensityChangeThreshold { get; init; } = 0.01;

    /// <summary>Limit of full-batch iterations.</summary>
    [Parameter("Never more full-batch iterations than this.", Minimum = 1, Maximum = 1000, Section = "Full-batch EM")]
    public int MaxFullIterations { get; init; } = 25;

    /// <summary>Whether class maps are filtered by their own FSC.</summary>
    [Parameter(
        "Regularise each class map by the FSC of its own half maps, renewed at every full and every tenth online iteration; off = the "
            + "consensus' FSC "
            + "serves every class.",
        Section = "Regularisation")]
    public bool FscFilter { get; init; } = true;

    /// <summary>What class maps are pulled towards.</summary>
    [Parameter(
        "What class maps are pulled towards where the data say little. consensus = a class differs from the consensus only as far as "
            + "its half maps agree that it does, which keeps small classes free of noise; zero = the classical Wiener filter. The "
            + "consensus needs fsc_filter.",
        Section = "Regularisation")]
    public RegulariseTowards RegulariseTowards { get; init; } = RegulariseTowards.Consensus;

    /// <summary>Whether differences are confined to where they are found.</summary>
    [Parameter(
        "Confine the classes' differences from the consensus to where their half maps show any: an automatic, soft focus that is renewed "
            + "with the FSC. Off = differences may be anywhere in the mask.",
        Section = "Regularisation", When = "regularise_towards = consensus")]
    public bool LocalFilter { get; init; } = true;

    /// <summary>Window of the local filter.</summary>
    [Parameter(
        "Standard deviation of the window in which the local filter compares half maps.",
        Unit = "Å", Minimum = 1, Maximum = 100, Section = "Regularisation", Advanced = true, When = "local_filter = true")]
    public double LocalWindowAngstrom { get; init; } = 6;

    /// <summary>Whether a particle's own share of a map is taken out of its comparison with that map.</summary>
    [Parameter(
        "Take the particle's own share of a class map out of its comparison with the map. Without it particles stick to the class "
            + "they happen to be in, and posteriors are overconfident.",
        Section = "Regularisation", Advanced = true, When = "regularise_towards = consensus")]
    public bool LeaveOneOut { get; init; } = true;

    /// <summary>Whether the noise spectrum stays as estimated from the consensus.</summary>
    [Parameter(
        "Keep the noise spectrum estimated from the consensus instead of estimating it anew at every iteration.",
        Section = "Regularisation", Advanced = true)]
    public bool StaticNoise { get; init; }

    /// <summary>Posterior below which a particle is not back-projected into a class.</summary>
    [Parameter(
        "Posteriors below this are not back-projected; 0 turns the shortcut off.",
        Minimum = 0, Maximum = 0.1, Section = "Regularisation", Advanced = true)]
    public double PosteriorThreshold { get; init; } = 1e-3;

    /// <summary>Probability below which a class is ruled out before all shells are compared.</summary>
    [Parameter(
        "Compare a particle no further with a class once the probability that it belongs there, judged by the shells so far, is below "
            + "this; 0 compares all shells of all classes. Saves time with more than 8 classes that differ clearly.",
        Minimum = 0, Maximum = 0.01, Section = "Classification", Advanced = true)]
    public double ClassExclusionProbability { get; init; } = 1e-6;

    /// <summary>Whether anisotropic magnification estimated upstream is corrected for.</summary>
    [Parameter(
        "Correct for the anisotropic magnification estimated upstream; without it classes look stretched and wobble.",
        Section = "Optics")]
    public bool CorrectAnisotropicMagnification { get; init; } = true;

    /// <summary>Threshold of the automatic solvent mask.</summary>
    [Parameter(
        "Automatic solvent mask: threshold as a fraction of the consensus' maximum; auto is as low as the noise allows, from 0.03 to 0.2.",
        Minimum = 0.001, Maximum = 1, NullWord = "auto", Section = "Automatic mask",
        When = "solvent_mask is not connected")]
    public double? MaskThreshold { get; init; }

    /// <summary>Distance to which the automatic mask is 1.</summary>
    [Parameter(
        "Automatic solvent mask: it is 1 within this distance of the thresholded body.",
        Minimum = 0, Maximum = 1000, Unit = "Å", Section = "Automatic mask", When = "solvent_mask is not connected")]
    public double MaskNearAngstrom { get; init; } = 10;

    /// <summary>Distance at which the automatic mask has fallen to 0.</summary>
    [Parameter(
        "Automatic solvent mask: it falls to 0 at this distance of the thresholded body.",
        Minimum = 0, Maximum = 1000, Unit = "Å", Section = "Automatic mask", When = "solvent_mask is not connected")]
    public double MaskFarAngstrom { get; init; } = 20;

    /// <summary>Whether half-sets that the particles carry are kept.</summary>
    [Parameter(
        "Keep the half-sets that the particles carry; off = draw them anew. Particles without any are drawn in either case.",
        Section = "Regularisation", Advanced = true)]
    public bool KeepHalfSplit { get; init; } = true;

    /// <summary>Symmetry of every class.</summary>
    [Parameter(
        "Point group that every class has, about RELION's axes: C1 to C99, D1 to D99, T, O, I (= I2), I1 or I2. For classes that break "
            + "the symmetry of the refinement expand the particles first and use C1.",
        Section = "Regularisation")]
    public string Symmetry { get; init; } = "C1";

    /// <summary>Most particles classified.</summary>
    [Parameter(
        "Classify only so many particles, drawn at random; for a quick first look. The others are in no output.",
        Minimum = 20, Maximum = 1000000000, NullWord = "all", Section = "Classification", Advanced = true,
        Aliases = ["class3D_num_particles"])]
    public int? MaxParticles { get; init; }

    /// <summary>Whether the class maps of every iteration are delivered.</summary>
    [Parameter(
        "Write the class maps of every iteration, online ones included, into the folder iterations of the results; needs K maps of disk "
            + "space for each.",
        Section = "Output", Advanced = true, Aliases = ["class3D_full_iter_out"])]
    public bool OutputEveryIteration { get; init; }

    /// <summary>Whether class maps are made from the uncropped images too.</summary>
    [Parameter(
        "Make the map of every class once more from the uncropped images, on their own box, with the final posteriors: half maps and "
            + "FSC included, ready for refinement; takes one more pass over the images.",
        Section = "Output")]
    public bool FullResolutionMaps { get; init; }

    /// <summary>Whether classes are numbered by size.</summary>
    [Parameter("Number the classes by size, the largest first.", Section = "Output")]
    public bool ReorderClasses { get; init; } = true;

    /// <summary>Rounds in which each half-set is sorted by the maps of the other.</summary>
    [
        Parameter(
            "After the classification, rounds in which each half-set is sorted by class maps of the other half-set only. They tell which "
                + "classes the data support and which look alike; the classes themselves stay as they are. 0 saves the time, and the "
                + "report believes the final posteriors.",
            Minimum = 0,
            Maximum = 20,
            Section = "Output",
            Advanced = true),
    ]
    public int EvidenceRounds { get; init; } = 2;
}
