namespace SingleParticle.Optics;

/// <summary>Relativistic wavelength of the imaging electrons.</summary>
public static class ElectronWavelength
{
    /// <summary>Wavelength at an acceleration voltage, with RELION's constants: 12.2643247 / sqrt(V (1 + 0.978466e-6 V)).</summary>
    /// <param name="voltageKv">Acceleration voltage in kV.</param>
    /// <returns>Wavelength in Å, 0.0197 at 300 kV.</returns>
    public static double Angstrom(double voltageKv)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(voltageKv);
        var volt = voltageKv * 1000;
        return 12.2643247 / Math.Sqrt(volt * (1 + (volt * 0.978466e-6)));
    }
}
